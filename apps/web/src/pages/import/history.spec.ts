import fc from 'fast-check';
import { back, begin, forth, step } from './history';

describe('a history', () => {
  it('goes back to the very value, and forth again, however long it is', () => {
    fc.assert(
      fc.property(fc.array(fc.object(), { minLength: 1, maxLength: 60 }), (values) => {
        let history = begin<object>({});
        const seen = [history.now];
        values.forEach((value, index) => {
          history = step(history, value, `m${index}`);
          seen.push(value);
        });
        for (let index = seen.length - 2; index >= 0; index -= 1) {
          const [earlier, at] = back(history, `m${index + 1}`)!;
          history = earlier;
          expect(history.now).toBe(seen[index]);
          expect(at).toBe(`m${index}`);
        }
        expect(back(history, null)).toBeNull();
        for (const value of seen.slice(1)) {
          history = forth(history, null)![0];
          expect(history.now).toBe(value);
        }
        expect(forth(history, null)).toBeNull();
      }),
    );
  });

  it('takes the keys of one field as one step, and forgets what was undone once something new is done', () => {
    let history = begin('');
    for (const typed of ['香', '香港']) history = step(history, typed, null, 'place');
    history = step(history, '香港！', null, 'title');
    expect(history.past.map(({ value }) => value)).toEqual(['', '香港']);
    history = step(back(history, null)![0], '澳門', null);
    expect(forth(history, null)).toBeNull();
  });
});
