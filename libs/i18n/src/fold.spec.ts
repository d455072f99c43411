import fc from 'fast-check';
import { fold } from './fold.js';

describe('fold', () => {
  it.each([
    ['資訊科技', '资讯科技'],
    ['醫務衞生局', '医务卫生局'],
    ['諮詢服務', '咨询服务'],
    ['憑藉', '凭借'],
    ['ＱＦＬＰ  試點', 'qflp 试点'],
  ])('%s and %s are found alike', (traditional, simplified) => {
    expect(fold(traditional)).toBe(fold(simplified));
  });

  it('is stable: folding a folded text changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)));
  });
});
