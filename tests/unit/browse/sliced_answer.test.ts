import { expect, test } from 'vitest';
import { finish, SlicedAnswer, type Steps } from '../../../src/ui/sliced_answer.ts';

/** Counts to a number, and takes ten milliseconds of the test's own clock for each. */
function bench() {
  let time = 0;
  const waiting: (() => void)[] = [];
  const started: number[] = [];
  let changes = 0;
  function* count(most: number): Steps<number[]> {
    started.push(most);
    const counted: number[] = [];
    for (let at = 1; at <= most; at += 1) {
      counted.push(at);
      time += 10;
      yield;
    }
    return counted;
  }
  const answer = new SlicedAnswer(
    count,
    () => {
      changes += 1;
    },
    { now: () => time, nextTask: () => new Promise((resolve) => waiting.push(resolve)) },
  );
  /** Lets one slice of whoever waits run. */
  const next = async () => {
    const all = waiting.splice(0);
    for (const resolve of all) resolve();
    await Promise.resolve();
    await Promise.resolve();
    return all.length;
  };
  return { answer, next, started, time: () => time, changes: () => changes, count };
}

test('a few steps are answered at once, however long they take, and once', () => {
  const { answer, started, changes } = bench();
  expect(answer.ask(9)).toHaveLength(9);
  expect(answer.ask(9)).toBe(answer.ask(9));
  expect(started).toEqual([9]);
  expect(changes()).toBe(0);
});

test('what takes longer is answered in slices of some milliseconds, and told when it is there', async () => {
  const { answer, next, started, time, changes } = bench();
  expect(answer.ask(20)).toBeUndefined();
  expect(time()).toBe(100);
  await next();
  expect(time()).toBe(130);
  expect(answer.ask(20)).toBeUndefined();
  while ((await next()) > 0);
  expect(changes()).toBe(1);
  expect(answer.ask(20)).toHaveLength(20);
  expect(started).toEqual([20]);
});

test('a question that is asked meanwhile takes the place of the one before, whose answer never comes', async () => {
  const { answer, next, started, time, changes } = bench();
  answer.ask(20);
  expect(answer.ask(30)).toBeUndefined();
  expect(time()).toBe(200);
  await next();
  expect(time()).toBe(230);
  while ((await next()) > 0);
  expect(changes()).toBe(1);
  expect(answer.ask(30)).toHaveLength(30);
  expect(started).toEqual([20, 30]);
});

test('the same work is done at once where nobody is held up', () => {
  expect(finish(bench().count(100))).toHaveLength(100);
});
