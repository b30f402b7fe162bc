import { t } from '../../messages/t';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long a recording is, in words: of its virtual time, in milliseconds. */
export function lengthOf(milliseconds: number): string {
  if (milliseconds < MINUTE) return t('recordings.seconds', { count: Math.floor(milliseconds / SECOND) });
  if (milliseconds < HOUR) return t('recordings.minutes', { count: Math.floor(milliseconds / MINUTE) });
  return t('recordings.hours', { count: Math.floor(milliseconds / HOUR), minutes: Math.floor((milliseconds % HOUR) / MINUTE) });
}
