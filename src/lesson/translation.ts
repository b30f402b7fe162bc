// A translation says as much as its author has got to. Where it says nothing, the English sentence stands;
// the linter lists those places.

import type { LessonProse, StepProse, TaskProse } from './types';

type Entry = { label: string; feedback: string };
/** Is told the field that a translation does not have. */
type Lack = (field: string) => void;

/** The prose of a translation, with English where it has none, and the fields (`steps.greeting.look`) where that is so. */
export function withEnglish(english: LessonProse, translated: LessonProse): { prose: LessonProse; missing: string[] } {
  const missing: string[] = [];
  const lack: Lack = (field) => void missing.push(field);
  const steps = mapSteps(english.steps, translated.steps, lack);
  const prose = {
    title: either('title', english.title, translated.title, lack),
    summary: either('summary', english.summary, translated.summary, lack),
    objectives: whole('objectives', english.objectives, translated.objectives, lack),
    intro: either('intro', english.intro, translated.intro, lack),
    steps: { ...translated.steps, ...steps },
  };
  return { prose, missing };
}

function mapSteps(english: LessonProse['steps'], translated: LessonProse['steps'], lack: Lack): LessonProse['steps'] {
  return Object.fromEntries(
    Object.entries(english).map(([id, step]) => {
      const field = `steps.${id}`;
      const other = translated[id];
      if (!other) lack(field);
      return [id, other ? stepWithEnglish(field, step, other, lack) : step];
    }),
  );
}

function stepWithEnglish(field: string, english: StepProse, translated: StepProse, lack: Lack): StepProse {
  const part = <Key extends 'title' | 'body' | 'question' | 'look' | 'rule' | 'after'>(key: Key) =>
    either(`${field}.${key}`, english[key], translated[key], lack);
  return {
    title: part('title'),
    body: part('body'),
    question: part('question'),
    options: entriesWithEnglish(`${field}.options`, english.options, translated.options, lack),
    task: taskWithEnglish(`${field}.task`, english.task, translated.task, lack),
    look: part('look'),
    rule: part('rule'),
    after: part('after'),
  };
}

function taskWithEnglish(field: string, english: TaskProse | null, translated: TaskProse | null, lack: Lack): TaskProse | null {
  if (english && !translated) lack(field);
  if (!english || !translated) return translated ?? english;
  const items = Object.entries(english.items).map(([id, item]): [string, TaskProse['items'][string]] => {
    const other = translated.items[id];
    if (!other) lack(`${field}.items.${id}`);
    const label = other ? either(`${field}.items.${id}.label`, item.label, other.label, lack) : item.label;
    return [id, { label, remark: other ? either(`${field}.items.${id}.remark`, item.remark, other.remark, lack) : item.remark }];
  });
  return {
    question: either(`${field}.question`, english.question, translated.question, lack),
    items: { ...translated.items, ...Object.fromEntries(items) },
    answers: entriesWithEnglish(`${field}.answers`, english.answers, translated.answers, lack),
  };
}

function entriesWithEnglish(
  field: string,
  english: Record<string, Entry>,
  translated: Record<string, Entry>,
  lack: Lack,
): Record<string, Entry> {
  const both = Object.entries(english).map(([id, entry]): [string, Entry] => {
    const other = translated[id];
    if (!other) lack(`${field}.${id}`);
    if (!other) return [id, entry];
    const label = either(`${field}.${id}.label`, entry.label, other.label, lack);
    return [id, { label, feedback: either(`${field}.${id}.feedback`, entry.feedback, other.feedback, lack) }];
  });
  return { ...translated, ...Object.fromEntries(both) };
}

/** The translated text, or the English one where there is none. */
function either<Text extends string | null>(field: string, english: Text, translated: Text, lack: Lack): Text {
  if (translated !== null && translated !== '') return translated;
  if (english !== null && english !== '') lack(field);
  return english;
}

/** A list is translated as a whole or not at all. */
function whole(field: string, english: string[], translated: string[], lack: Lack): string[] {
  if (translated.length >= english.length) return translated;
  lack(field);
  return english;
}
