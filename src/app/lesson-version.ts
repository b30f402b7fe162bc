// What a lesson was when it was played, so that it can be said later what has changed.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Lesson } from '../lesson/types';
import { t } from '../messages/t';
import type { LessonVersion } from './database';
import { stepProse } from './lessons';

const known = new WeakMap<Lesson, LessonVersion>();

/** The version of a lesson as it is in this page. */
export function versionOf(lesson: Lesson): LessonVersion {
  const version = known.get(lesson) ?? {
    world: digest(lesson.world),
    steps: digest(lesson.steps.map(({ show: _, ...step }) => step)),
    stepIds: lesson.steps.map(({ id }) => id),
  };
  known.set(lesson, version);
  return version;
}

/** What has changed in a lesson since `before`, in one sentence; empty if that cannot be said. */
export function whatChanged(before: LessonVersion | null, lesson: Lesson): string {
  if (!before) return '';
  const now = versionOf(lesson);
  const added = now.stepIds.filter((id) => !before.stepIds.includes(id)).map((id) => stepProse(lesson, id).title);
  const gone = before.stepIds.filter((id) => !now.stepIds.includes(id));
  const parts = [
    before.world === now.world ? '' : t('changed.world'),
    before.steps === now.steps ? '' : t('changed.steps'),
    added.length > 0 ? t('changed.added', { steps: added.join(', ') }) : '',
    gone.length > 0 ? t('changed.gone', { steps: gone.join(', ') }) : '',
  ].filter(Boolean);
  return parts.length > 0 ? t('changed.what', { what: parts.join('; ') }) : '';
}

function digest(data: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(data))));
}
