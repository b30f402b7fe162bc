// The linter in a thread of its own: the page stays alive, and whatever takes too long can be ended. In: folders and slugs.
// Out: one FolderNews at a time.

import { checkFolders } from './foreign-check';
import type { ReadFolder } from './foreign-files';

addEventListener('message', ({ data }: MessageEvent<{ folders: ReadFolder[]; slugs: string[] }>) => {
  for (const news of checkFolders(data.folders, data.slugs)) postMessage(news);
});
