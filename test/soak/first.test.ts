import { soakSeeds } from '../support/soak-suite';

soakSeeds(1, 25);
