import { soakSeeds } from '../support/soak-suite';

soakSeeds(26, 50);
