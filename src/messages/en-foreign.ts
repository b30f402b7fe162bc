// Lessons from a disk, on the page for teachers, in English. What the linter says of them stands in lesson/check*.ts.

export const enForeign = {
  'foreign.title': 'Lessons of your own',
  'foreign.lead':
    'A lesson is a folder of text files. Open one from your disk: it is checked as the command line does it, and can be played here at once. How to write one stands in lessons/README.md of the source.',
  'foreign.local':
    'It stays in the memory of this page and is never sent anywhere. What is done in it is saved in this browser like everything else; when the page has been loaded anew, open the lesson again and go on.',
  'foreign.folder': 'Open a lesson folder',
  'foreign.files': 'Open files',
  'foreign.drop': 'or drop them anywhere on this page',
  'foreign.again': 'Read again',
  'foreign.stop': 'Stop',
  'foreign.progress': 'How far the check is',
  'foreign.reading': 'Reading the files …',
  'foreign.checking': 'Checking lesson {lesson} of {lessons}: it is being played from its beginning to its end …',
  'foreign.done': 'The check is done. This is what it found.',
  'foreign.allSound': 'The check is done. Everything is sound.',
  'foreign.stopped': 'Stopped. What was found so far stands below.',
  'foreign.nothing': 'There are no files in it.',
  'foreign.gone': 'The browser no longer gives these files: they have changed since, or they are gone. Choose them again.',
  'foreign.endless': 'One of these lessons keeps the check busy without end. It was stopped; look at its scripts and its world.',
  'foreign.failed': 'The check itself broke down. The page is not affected; try again with fewer files.',
  'foreign.noFolder': 'Files without a folder',
  'foreign.waiting': 'Not looked at yet.',
  'foreign.playable': 'It can be played. The check goes on, or was stopped.',
  'foreign.sound': 'It is sound: there is nothing to mend.',
  'foreign.playableFaults':
    'To mend: {count}. It can be played all the same, because what is wrong is in its scripts, hints, links, names or translations.',
  'foreign.unplayable': 'It cannot be played yet. To mend: {count}. Its form, its world, its goals or the words for a step are not right.',
  'foreign.play': 'Play this lesson',
  'foreign.playLong': 'Play “{title}”',
  'foreign.findings': 'What the check found',
  'foreign.more': 'And {count} more.',
} as const;
