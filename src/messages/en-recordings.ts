// What the page says about what it keeps on this device, in English.

export const enRecordings = {
  'notice.storage':
    'This browser does not let the page remember anything. Go on as you like: your work stays until you close or reload this tab.',
  'notice.damaged': 'What was saved of “{lesson}” cannot be read, so the lesson starts fresh. The damaged recording is kept.',
  'notice.newFormat':
    'What was saved of “{lesson}” was written by a newer version of this page, so the lesson starts fresh here. The recording is kept for that version.',
  'notice.newer':
    '“{lesson}” has changed since you were here. {what} What you typed was typed again into the new version. The old recording is kept.',
  'notice.newerPart':
    '“{lesson}” has changed since you were here. {what} What you typed was typed again into the new version as far as it goes, up to {time}. The old recording is kept, whole.',
  'notice.tooOld': '“{lesson}” has changed so much since you were here that it starts fresh. {what} The old recording is kept.',
  'notice.file': 'Save it as a file',
  'notice.close': 'Close this message',

  'changed.what': 'Changed: {what}.',
  'changed.world': 'its machines and names',
  'changed.steps': 'its steps',
  'changed.added': 'new: {steps}',
  'changed.gone': 'no longer there: {steps}',
} as const;
