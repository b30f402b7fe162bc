// `npm run schemas`: writes what lesson-schemas.ts makes to public/schema/, where the page is served with it and the lessons
// point to it.

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lessonSchemas } from './lesson-schemas';

for (const [name, text] of Object.entries(lessonSchemas()))
  writeFileSync(fileURLToPath(new URL(`../../public/schema/${name}`, import.meta.url)), text);
