import { ArrayBlock } from './array_block.ts';

/** Members by their key: those of key k are `members[start[k]]` up to, not with, `members[start[k + 1]]`, in rising order. */
export interface GroupedMembers {
  start: Uint32Array;
  members: Uint32Array;
}

/** Brings the members 0 to `count` − 1 together by their keys, whole numbers below `keyCount`, without an object for any of them. */
export function groupByKey(keys: Uint32Array, count: number, keyCount: number): GroupedMembers {
  const block = new ArrayBlock(4 * (keyCount + 2), 4 * count);
  const start = block.uint32(keyCount + 2);
  for (let member = 0; member < count; member += 1) {
    const key = (keys[member] as number) + 2;
    start[key] = (start[key] as number) + 1;
  }
  for (let key = 2; key < start.length; key += 1) start[key] = (start[key] as number) + (start[key - 1] as number);
  const members = block.uint32(count);
  for (let member = 0; member < count; member += 1) {
    const key = (keys[member] as number) + 1;
    members[start[key] as number] = member;
    start[key] = (start[key] as number) + 1;
  }
  return { start, members };
}
