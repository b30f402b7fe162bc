// Lessons from a disk in the page: their names, their addresses, and what is kept of them.

import { describe, expect, it } from 'vitest';
import { foreignFolder, ForeignLessons } from '../../src/app/foreign';
import { followingLesson } from '../../src/app/lessons';
import { lessonAddress, parseRoute } from '../../src/app/route';
import { catalogue, firstLesson } from './lessons';

describe('the name of a lesson from a disk', () => {
  it.each([
    ['03-dots', undefined, '03-file--dots'],
    ['dots', undefined, 'file--dots'],
    ['My Lesson (2)', undefined, 'file--my-lesson-2'],
    ['Größe', undefined, 'file--gro-e'],
    ['', '---\ntitle: Dots and bytes\n---\n', 'file--dots-and-bytes'],
    ['', undefined, 'file--lesson'],
    ['__proto__', undefined, 'file--proto'],
    ['01-', undefined, '01-file--lesson'],
    ['a'.repeat(200), undefined, `file--${'a'.repeat(60)}`],
  ])('%s %j is %s', (folder, prose, name) => {
    expect(foreignFolder(folder, prose)).toBe(name);
  });

  it('is in its address, and comes out of it again', () => {
    expect(lessonAddress('file--dots')).toBe('#/file/dots');
    expect(parseRoute('#/file/dots')).toEqual({ page: 'lesson', slug: 'file--dots' });
    expect(parseRoute('#/file/../x')).toEqual({ page: 'start' });
  });
});

describe('the catalogue beside lessons from a disk', () => {
  const own = { ...firstLesson, slug: 'file--dots' };
  const lessons = new ForeignLessons();
  const beside = lessons.beside(catalogue);

  it('finds what is held, and what was there', async () => {
    expect(await beside.fetch('file--dots')).toBeNull();
    expect(beside.find('file--dots')).toBeNull();
    lessons.hold(own);
    expect(await beside.fetch('file--dots')).toBe(own);
    expect(beside.find('file--dots')).toBe(own);
    expect(await beside.fetch(firstLesson.slug)).toBe(firstLesson);
    expect(beside.find(firstLesson.slug)).toBe(firstLesson);
    expect(beside.lessons).toBe(catalogue.lessons);
  });

  it('leads a link to a neighbour, but never in place of a lesson of this page', async () => {
    lessons.hold({ ...own, slug: `file--${firstLesson.slug}` });
    expect(await beside.fetch('dots')).toBe(own);
    expect(await beside.fetch(firstLesson.slug)).toBe(firstLesson);
  });

  it('has the newest of two with one name, and nothing that follows it', async () => {
    const mended = { ...own };
    lessons.hold(mended);
    expect(await beside.fetch('file--dots')).toBe(mended);
    expect(followingLesson(beside, 'file--dots')).toBeNull();
  });
});
