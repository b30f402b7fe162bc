// `npm run bench`: one line per figure, each a ratio measured in this run on this machine.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import '../../src/messages/whole';
import findBrowser from '../browser/support/global-setup';
import { bridgeFigures } from './bridge';
import { echoFigures } from './echo';
import { print } from './figures';
import { firstViewFigures } from './first-view';
import { ladderFigure } from './ladder';
import { mailFigures } from './mail';
import { seekFigures } from './seek';
import { openBrowser, openSites } from './sites';
import { smtpFigures } from './smtp';

// Memory is measured after the collector has been.
setFlagsFromString('--expose-gc');
globalThis.gc = runInNewContext('gc') as NodeJS.GCFunction;

findBrowser();
const sites = await openSites();
const browser = await openBrowser();
try {
  (await firstViewFigures(browser, sites)).forEach(print);
  (await echoFigures(browser, sites)).forEach(print);
  print(await ladderFigure(browser, sites));
  (await seekFigures(browser, sites)).forEach(print);
} finally {
  await browser.close();
  sites.close();
}
smtpFigures().forEach(print);
mailFigures().forEach(print);
(await bridgeFigures()).forEach(print);
