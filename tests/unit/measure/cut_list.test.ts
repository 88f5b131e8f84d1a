import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CutList, type EdgeCut } from '../../../src/core/measure/topology/cut_list.ts';
import { groupByKey } from '../../../src/core/measure/topology/group_by_key.ts';

const EDGES = 6;
const cut = fc.record({
  edge: fc.integer({ min: 0, max: EDGES - 1 }),
  share: fc.constantFrom(0, 0.25, 0.5, 1),
  node: fc.integer({ min: 0, max: 3 }),
});

test('cuts stand edge by edge and along each, those in one place by their nodes, and none twice', () => {
  fc.assert(
    fc.property(fc.array(cut, { maxLength: 200 }), (cuts) => {
      const list = new CutList();
      for (const { edge, share, node } of cuts) list.add(edge, share, node);
      list.sort(EDGES);
      const key = ({ edge, share, node }: EdgeCut) => `${edge} ${share} ${node}`;
      const expected = [...new Map(cuts.map((one) => [key(one), one])).values()].sort(
        (a, b) => a.edge - b.edge || a.share - b.share || a.node - b.node,
      );
      expect([...list]).toEqual(expected);
      for (let edge = 0; edge < EDGES; edge += 1) {
        const first = expected.findIndex((one) => one.edge >= edge);
        expect(list.firstOf(edge)).toBe(first < 0 ? expected.length : first);
      }
    }),
  );
});

test('members are brought together by their keys in rising order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (keys) => {
      const { start, members } = groupByKey(Uint32Array.from(keys), keys.length, 10);
      for (let key = 0; key < 10; key += 1)
        expect([...members.subarray(start[key], start[key + 1])]).toEqual(
          keys.flatMap((one, member) => (one === key ? [member] : [])),
        );
    }),
  );
});
