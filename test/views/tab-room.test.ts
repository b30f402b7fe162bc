import { describe, expect, it } from 'vitest';
import { fitting } from '../../src/views/tab-room';

const tabs = ['Ladder', 'State', 'Letter', 'Bytes', 'Names', 'Zone', 'Path', 'Queue', 'Mailboxes'].map((label) => ({ label }));

describe('the tabs that fit', () => {
  it('are all of them in a wide pane, and where nobody knows the width', () => {
    expect(fitting(tabs, 60, 'More')).toBe(9);
    expect(fitting(tabs, Infinity, 'More')).toBe(9);
    expect(fitting(tabs.slice(0, 4), 19, 'More')).toBe(4);
  });

  it('leave room for the menu of the others', () => {
    expect(fitting(tabs, 30, 'More')).toBe(5);
    expect(fitting(tabs, 18.6, 'More')).toBe(3);
    expect(fitting(tabs, 18.6, 'Mailboxes')).toBe(2);
  });

  it('are never none', () => {
    expect(fitting(tabs, 3, 'More')).toBe(1);
    expect(fitting([], 30, 'More')).toBe(0);
  });
});
