// Whoever imports this can say every sentence.

import { en } from './en';
import { learn } from './t';

learn(en);
