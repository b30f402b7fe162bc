import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../src/lesson/front-matter';
import { readProse } from '../../src/lesson/prose';

const TOP =
  '---\ntitle: A title: with a colon\nsummary: One sentence.\nsupport: faded\nobjectives:\n  - First\n  - Second\nrfc:\n  - RFC 5321, 3.1\n---\n';

describe('front matter', () => {
  it('is read, and the rest is left', () => {
    const { front, rest, faults } = readFrontMatter('lesson.md', `${TOP}\nHello.\n`, false);
    expect(faults).toEqual([]);
    expect(front).toEqual({
      title: 'A title: with a colon',
      summary: 'One sentence.',
      support: 'faded',
      objectives: ['First', 'Second'],
      rfc: ['RFC 5321, 3.1'],
    });
    expect(rest).toBe('\nHello.\n');
  });

  it('a translation has only what is translated', () => {
    const { faults } = readFrontMatter('lesson.de.md', TOP, true);
    expect(faults.map(({ field }) => field)).toEqual(['support', 'rfc']);
  });
});

describe('prose', () => {
  const front = { title: 'T', summary: 'S', objectives: [], support: 'worked' as const, rfc: [] };
  const read = (markdown: string) => readProse('lesson.md', front, markdown);

  it('has an intro and a section for each step, with its parts in any order', () => {
    const { prose, faults } = read(`
Intro *text*.

## first-step The first step

Do \`this\`:

    telnet mx1.campus.example 25

### Rule
[RFC 5321, 3.1](https://www.rfc-editor.org/rfc/rfc5321#section-3.1)

### Predict
Who speaks
first?

- \`server\` The *server*
  > It greets.
  >
  > Always.
- \`you\` You

  > Not here.

### Look
At the arrow.

### After
Good.

## second Another
Text.
`);
    expect(faults).toEqual([]);
    expect(prose.intro).toBe('Intro *text*.');
    expect(Object.keys(prose.steps)).toEqual(['first-step', 'second']);
    expect(prose.steps['first-step']).toEqual({
      title: 'The first step',
      task: null,
      body: 'Do `this`:\n\n    telnet mx1.campus.example 25',
      question: 'Who speaks\nfirst?',
      options: {
        server: { label: 'The *server*', feedback: 'It greets.\n\nAlways.' },
        you: { label: 'You', feedback: 'Not here.' },
      },
      look: 'At the arrow.',
      rule: '[RFC 5321, 3.1](https://www.rfc-editor.org/rfc/rfc5321#section-3.1)',
      after: 'Good.',
    });
    expect(prose.steps['second']).toMatchObject({
      title: 'Another',
      body: 'Text.',
      question: null,
      options: {},
      look: null,
      rule: null,
      after: null,
    });
  });

  it.each([
    ['## NoId Title\ntext', 'NoId Title', /id and its title/],
    ['## only-id\ntext', 'only-id', /id and its title/],
    ['## a A\n\n## b B\ntext', 'a', /says nothing/],
    ['## a A\nx\n## a B\ny', 'a', /Two sections/],
    ['## a A\nx\n### Hint\ny', 'a', /"Hint" has no place/],
    ['# Title\n\n## a A\nx', 'intro', /"Title" has no place/],
    ['### Look\nx', 'intro', /"Look" has no place/],
    ['## a A\nx\n### Look\ny\n### Look\nz', 'a.Look', /twice/],
    ['## a A\nx\n### After\n', 'a.After', /empty/],
    ['## a A\nx\n### Predict\n- `o` O\n  > f', 'a.Predict', /asks nothing/],
    ['## a A\nx\n### Predict\nQ?\n- O\n  > f', 'a.Predict.O', /id in backticks/],
    ['## a A\nx\n### Predict\nQ?\n- `o` O', 'a.Predict.o', /no feedback/],
    ['## a A\nx\n### Predict\nQ?\n- `o`\n  > f', 'a.Predict.o', /no words/],
    ['## a A\nx\n### Predict\nQ?\n- `o` O\n  > f\n- `o` P\n  > g', 'a.Predict.o', /Two options/],
  ])('says what is wrong with %j', (markdown, field, message) => {
    expect(read(markdown).faults).toEqual([{ file: 'lesson.md', field, message: expect.stringMatching(message) }]);
  });

  const TASK = `## one First
Look.

### Task
What do they
say?

- \`a\` The first
  > Right: the digits.
- \`b\` The **second**

### Answers
- \`yes\` Yes
  > It did not.
- \`no\` No
  > It did.
`;

  it('has tasks: items with or without a remark, and what can be chosen', () => {
    const { prose, faults } = read(TASK);
    expect(faults).toEqual([]);
    expect(prose.steps['one']?.task).toEqual({
      question: 'What do they\nsay?',
      items: { a: { label: 'The first', remark: 'Right: the digits.' }, b: { label: 'The **second**', remark: null } },
      answers: { yes: { label: 'Yes', feedback: 'It did not.' }, no: { label: 'No', feedback: 'It did.' } },
    });
  });

  it.each([
    ['What do they\nsay?', '', 'one.Task', 'The task asks nothing; write the question above its items.'],
    ['### Task', '### Rule', 'one.Answers', 'There are answers, but no task.'],
    ['- `b`', '- b', 'one.Task.b The **second**', 'An option begins with its id in backticks: "- `id` The answer".'],
    ['- `b`', '- `a`', 'one.Task.a', 'Two options have this id.'],
    ['  > It did.\n', '', 'one.Answers.no', 'The option has no feedback; write it below, behind ">".'],
  ])('faults of a task: %j becomes %j', (before, after, field, message) => {
    expect(read(TASK.replace(before, after)).faults).toEqual([{ file: 'lesson.md', field, message }]);
  });
});
