// Both lessons, done as somebody does them who has never seen them: by typing, with slips and wrong turns.

import { t } from '../../src/messages/t';
import { expect, test } from './support/lab-page';
import { lessonOnDisk } from './support/lessons';

test('lesson 1, with wrong turns, from the first line to the next lesson', async ({ lab, page }) => {
  const lesson = lessonOnDisk('knock-on-port-25');
  await lab.open(lesson.slug);
  await lab.expectDone(lesson);

  await lab.predict('nothing');
  await expect(lab.keys).toBeFocused();
  await lab.type('telnte');
  await lab.press('Backspace', 'Backspace');
  await lab.type('et mx1.campus.example\n');
  await expect(lab.screen).toContainText('Connection refused');
  await lab.expectDone(lesson, 'no-number');
  await expect(lab.lesson).toContainText(t('predict.expected'));
  await lab.next();

  await lab.expectStep(lesson, 'greeting');
  await lab.predict('you'); // wrong, and that is fine
  await lab.say('telnot mx1.campus.example 25', 'telnet');
  await lab.expectDone(lesson, 'no-number');
  await lab.say('telnet mx1.campus.example 25', '220 mx1.campus.example ESMTP');
  await lab.expectDone(lesson, 'no-number', 'greeting');
  await lab.press('Control+Enter');

  await lab.expectStep(lesson, 'unfinished');
  await lab.predict('no');
  await lab.type('NOOPE');
  await lab.press('Backspace');
  await page.getByRole('button', { name: t('clock.wait30sLong') }).click();
  await lab.expectDone(lesson, 'no-number', 'greeting', 'unfinished');
  await lab.press('Control+Enter');
  await lab.predict('one');
  await lab.press('Enter');
  await lab.expectDone(lesson, 'no-number', 'greeting', 'unfinished', 'line-end');
  await lab.next();

  await lab.predict('refused');
  await lab.say('HELP', '214');
  await lab.say('MAIL FROM:<you@campus.example>', '503 5.5.1'); // too early: a true answer, and no tick
  await lab.expectDone(lesson, 'no-number', 'greeting', 'unfinished', 'line-end');
  await lab.say('help', '214');
  await lab.expectDone(lesson, 'no-number', 'greeting', 'unfinished', 'line-end', 'help');
  await lab.next();
  await lab.predict('refuses');
  await lab.say('FOO', '500 5.5.1');
  await lab.next();
  await lab.predict('server');
  await lab.say('QUIT', 'Connection closed by foreign host.');
  await lab.next();

  await lab.predict('same-digits');
  await lab.say('telnet mx2.campus.example 25', '220 mx2.campus.example');
  await lab.say('HELP', '214');
  await lab.expectDone(lesson, 'no-number', 'greeting', 'unfinished', 'line-end', 'help', 'unknown', 'quit', 'other-words');
  await lab.next();

  await lab.expectStep(lesson, 'challenge');
  await expect(lab.keys).toBeFocused(); // no question, so the keyboard is where it is needed
  await lab.say('QUIT', 'Connection closed by foreign host.');
  await lab.say('telnet mx.partner.example 25', '220 mx.partner.example');
  await lab.say('NOOP', '250');
  await lab.say('RSET', '250');
  await lab.say('HELP', '500 5.5.2');
  await lab.say('EHLO ws1.campus.example', '250-mx.partner.example');
  await lab.say('QUIT', 'Connection closed by foreign host.');
  await expect(lab.doneSteps()).toHaveCount(lesson.steps.length);

  await lab.next();
  await expect(lab.lesson).toContainText(t('lesson.finished', { number: 1 }));
  await lab.lesson.getByRole('link', { name: t('lesson.finishedNext', { number: 2, title: '' }) }).click();
  await lab.expectStep(lessonOnDisk('one-message-by-hand'), 'hello');
  await lab.expectPrompt();
});

test('lesson 2, with wrong turns, and on to what follows', async ({ lab }) => {
  const lesson = lessonOnDisk('one-message-by-hand');
  await lab.open(lesson.slug);

  await lab.predict('one');
  await lab.say('telnet mx1.campus.example 25', '220 mx1.campus.example ESMTP');
  await lab.say('EHLLO ws1.campus.example', '500 5.5.1');
  await lab.say('EHLO ws1.campus.example', '250-mx1.campus.example');
  await lab.expectDone(lesson, 'hello');
  await lab.next();
  await lab.predict('accepts');
  await lab.say('RCPT TO:<ada@campus.example>', '503 5.5.1');
  await lab.expectDone(lesson, 'hello');
  await lab.say('DATA', '503 5.5.1');
  await lab.expectDone(lesson, 'hello', 'too-early');
  await lab.next();
  await lab.predict('refuses');
  await lab.say('MAIL FROM:you@campus.example', '501 5.1.7');
  await expect(lab.coach).toContainText(t('coach.M03', { host: 'mx1.campus.example', verb: 'MAIL' }));
  await lab.next();
  await lab.predict('nothing');
  await lab.say('MAIL FROM:<you@campus.example>', '250 2.1.0');
  await expect(lab.envelope).toContainText('<you@campus.example>');
  await lab.next();
  await lab.predict('only-this');
  await lab.say('RCPT TO:<nobody@campus.example>', '550 5.1.1');
  await expect(lab.envelope).toContainText(t('envelope.noRecipient'));
  await lab.next();
  await lab.predict('nothing');
  await lab.say('RCPT TO:<ada@campus.example>', '250 2.1.5');
  await lab.expectDone(lesson, 'hello', 'too-early', 'brackets', 'sender', 'nobody', 'recipient');
  await lab.next();

  await lab.predict('none');
  await lab.say('DATA', '354');
  await lab.type('Subject: frist');
  await lab.press('Backspace', 'Backspace', 'Backspace', 'Backspace');
  await lab.type('irst\n\nMy first letter by hand.\n');
  await lab.choose(t('glass.letter'));
  await expect(lab.glass).toContainText('My first letter by hand.');
  await lab.clickTerminal();
  await lab.type('.\n');
  await lab.expectDone(lesson, 'hello', 'too-early', 'brackets', 'sender', 'nobody', 'recipient', 'letter');
  await expect(lab.glass.getByRole('img', { name: /accepted as/ }).first()).toBeVisible();
  await lab.next();

  await lab.predict('server');
  await lab.say('QUIT', 'Connection closed by foreign host.');
  await lab.say('ssh ada@mx1.campus.example', 'ada@mx1:~$');
  await lab.say('mail', 'first');
  await lab.say('1', 'My first letter by hand.');
  expect(await lab.screenText()).toContain('Return-Path: <you@campus.example>');
  await lab.next();
  await lab.predict('accepts');
  await lab.say('q', 'ada@mx1:~$');
  await lab.say('exit', 'you@ws1:~$');
  await lab.say('telnet mx2.campus.example 25', '220 mx2.campus.example');
  await lab.say('MAIL FROM:you@campus.example', '250 2.1.0');
  await lab.next();

  await lab.expectStep(lesson, 'challenge');
  await lab.say('QUIT', 'Connection closed by foreign host.');
  await lab.say('telnet mx1.campus.example 25', '220 mx1.campus.example ESMTP');
  await lab.say('HELO ws1.campus.example', '250 mx1.campus.example');
  await lab.say('MAIL FROM:<you@campus.example>', '250 2.1.0');
  await lab.say('RCPT TO:<bram@partner.example>', '5.7.1');
  await lab.say('RCPT TO:<ada@campus.example>', '250 2.1.5');
  await lab.say('RCPT TO:<zoe@campus.example>', '550 5.1.1');
  await lab.say('DATA', '354');
  await lab.type('Only you get this one.\n');
  await lab.say('.', '250 2.0.0');
  await expect(lab.doneSteps()).toHaveCount(lesson.steps.length - 1);
  await lab.say('QUIT', 'Connection closed by foreign host.');
  await expect(lab.doneSteps()).toHaveCount(lesson.steps.length);

  await lab.next();
  await expect(lab.lesson).toContainText(t('lesson.finished', { number: 2 }));
  await lab.lesson
    .getByRole('link', { name: new RegExp(`^(${t('lesson.finishedSandbox')}|${t('lesson.finishedNext', { number: 3, title: '' })})`) })
    .click();
  await expect(lab.lesson).not.toContainText(t('lesson.finished', { number: 2 }));
  await lab.expectPrompt();
});
