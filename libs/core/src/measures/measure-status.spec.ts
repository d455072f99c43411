import { type TrackStatus, trackStatuses } from '#contracts/status';
import fc from 'fast-check';
import { deriveStatus, diverges } from './measure-status.js';

const pair = (left: TrackStatus, right: TrackStatus) =>
  [
    { partyId: 'left', status: left },
    { partyId: 'right', status: right },
  ] as [{ partyId: string; status: TrackStatus }, { partyId: string; status: TrackStatus }];

describe('a measure’s status', () => {
  it.each([
    ['not_started', 'not_started', 'not_started'],
    ['not_started', 'on_target', 'on_target'],
    ['not_started', 'completed', 'on_target'],
    ['not_started', 'ongoing', 'on_target'],
    ['not_started', 'suspended', 'on_target'],
    ['not_started', 'behind', 'behind'],
    ['not_started', 'not_applicable', 'not_started'],
    ['on_target', 'on_target', 'on_target'],
    ['on_target', 'behind', 'behind'],
    ['behind', 'suspended', 'behind'],
    ['behind', 'not_applicable', 'behind'],
    ['suspended', 'suspended', 'suspended'],
    ['suspended', 'not_applicable', 'suspended'],
    ['suspended', 'ongoing', 'on_target'],
    ['ongoing', 'ongoing', 'ongoing'],
    ['ongoing', 'not_applicable', 'ongoing'],
    ['ongoing', 'completed', 'on_target'],
    ['completed', 'completed', 'completed'],
    ['completed', 'not_applicable', 'completed'],
    ['not_applicable', 'not_applicable', 'not_started'],
  ] as const)('of %s and %s is %s, whichever side says which', (left, right, expected) => {
    expect(deriveStatus(pair(left, right))).toBe(expected);
    expect(deriveStatus(pair(right, left))).toBe(expected);
  });

  it('is what the sides decided of it, before anything that their tracks say', () => {
    fc.assert(
      fc.property(fc.constantFrom(...trackStatuses), fc.constantFrom(...trackStatuses), (left, right) => {
        const tracks = pair(left, right);
        expect(deriveStatus(tracks, { dropped: true, confirmed: true, awaiting: 'left' })).toBe('dropped');
        expect(deriveStatus(tracks, { confirmed: true, awaiting: 'left' })).toBe('closed');
        expect(deriveStatus(tracks, { awaiting: 'left' })).toBe('awaiting_confirmation');
        expect(deriveStatus(tracks, { awaiting: null })).toBe(deriveStatus(tracks));
      }),
    );
  });
});

describe('divergence', () => {
  const diverging: [TrackStatus, TrackStatus][] = [
    ['completed', 'not_started'],
    ['completed', 'behind'],
    ['suspended', 'not_started'],
    ['suspended', 'on_target'],
    ['suspended', 'behind'],
    ['suspended', 'completed'],
    ['suspended', 'ongoing'],
  ];

  it('is one side completed and the other not started or behind, or one suspended and the other not', () => {
    const found = trackStatuses.flatMap((left, at) =>
      trackStatuses
        .slice(at)
        .filter((right) => diverges(pair(left, right)))
        .map((right) => [left, right].sort().join(' and ')),
    );
    expect(found.sort()).toEqual(diverging.map((each) => [...each].sort().join(' and ')).sort());
  });

  it('is the same seen from either side, and no side diverges from one that has nothing to do', () => {
    fc.assert(
      fc.property(fc.constantFrom(...trackStatuses), fc.constantFrom(...trackStatuses), (left, right) => {
        expect(diverges(pair(left, right))).toBe(diverges(pair(right, left)));
        expect(diverges(pair(left, 'not_applicable'))).toBe(false);
        expect(diverges(pair(left, left))).toBe(false);
      }),
    );
  });
});
