// What the page says about storage, tabs and versions, in English: it may have to on its first view.

export const enNotices = {
  'notice.storage':
    'This browser does not let the page remember anything. Go on as you like: your work stays until you close or reload this tab.',
  'notice.full':
    'There is no room left for what you do: this device or browser is full. Your work stays until you close or reload this tab. Delete recordings you do not need, or save this one as a file.',
  'notice.failed':
    'The browser could not save what you do. Your work stays until you close or reload this tab; it is tried again each time you type.',
  'notice.looking': 'This lesson is open in another tab, which saves it. What you do in this tab is not saved.',
  'notice.taken': 'This lesson goes on in another tab now, which saves it. What you do in this tab from now on is not saved.',
  'notice.removed': 'This recording was deleted in another tab. What you do here is not saved.',
  'notice.parted': 'The same lesson was also played in another tab. Nothing is lost: there are two recordings now.',
  'notice.takeOver': 'Go on here instead',
  'notice.takeBack': 'Go on here again',
  'notice.keepBoth': 'Save this tab as a second recording',
  'notice.keepAnyway': 'Save it all the same',
  'notice.version': 'A new version of HELO World is ready. It starts the next time you open the page, or now.',
  'notice.versionNow': 'Use it now',
  'notice.versionTabs':
    'HELO World is open in another tab too, and would change under your hands there. Close the other tab, then use the new version.',
  'notice.damaged': 'What was saved of “{lesson}” cannot be read, so the lesson starts fresh. The damaged recording is kept.',
  'notice.newFormat':
    'What was saved of “{lesson}” was written by a newer version of this page, so the lesson starts fresh here. The recording is kept for that version.',
  'notice.newer':
    '“{lesson}” has changed since you were here. {what} What you typed was typed again into the new version. The old recording is kept.',
  'notice.newerPart':
    '“{lesson}” has changed since you were here. {what} What you typed was typed again into the new version as far as it goes, up to {time}. The old recording is kept, whole.',
  'notice.tooOld': '“{lesson}” has changed so much since you were here that it starts fresh. {what} The old recording is kept.',
  'notice.branchTooOld':
    '“{lesson}” has changed since you left that branch, and it cannot be played any more. You stay where you are; the branch is kept, and saving the recording as a file saves it too.',
  'notice.file': 'Save it as a file',
  'notice.close': 'Close this message',
} as const;
