import { mainland, type SampleParty, words } from './sample.parties.js';

/** A third office that reads the joint record of all three mechanisms and nothing else. */
export const observers: SampleParty = {
  ...mainland,
  code: 'hmo',
  name: words(
    '國務院港澳事務辦公室',
    '国务院港澳事务办公室',
    'Hong Kong and Macao Affairs Office of the State Council',
  ),
  mark: words('國', '国', 'SC'),
  organisations: [
    {
      key: 'hmo',
      name: words(
        '國務院港澳事務辦公室',
        '国务院港澳事务办公室',
        'Hong Kong and Macao Affairs Office of the State Council',
      ),
      short: words('國務院港澳辦', '国务院港澳办', 'HMO'),
      people: [{ name: '齐安', email: 'observer', roles: ['observer'] }],
    },
  ],
};
