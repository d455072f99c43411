import type { Suggestions, Term, Undertaking, Words } from '#contracts/suggestions';
import { afterCircumstances } from '../circumstance.js';
import { firstWords, type Foldable, wordsAt } from './found.js';

/** Folded verbs of memoranda, by what they undertake. */
const verbs: Record<Undertaking, [han: string, english: string]> = {
  encourage: ['鼓励|引导|倡导|欢迎', 'encourage|welcome|invite'],
  support: ['支持|支援|扶持|协助|帮助|助力|资助', 'support|assist|help|back|fund'],
  promote: [
    '推动|促进|推进|推广|宣传|带动|拓展|开拓|发展|培育',
    'promote|advance|drive|boost|foster|develop|step up',
  ],
  deepen: [
    '加强|强化|深化|扩大|提升|提高|优化|完善|增进|增强|密切|丰富|加快|加速|加密|增加|巩固',
    'strengthen|deepen|enhance|expand|improve|increase|optimise|optimize|accelerate|intensify|consolidate',
  ],
  explore: ['探索|探讨|研究|考虑|商讨|磋商', 'explore|examine|study|consider|discuss|review|look into'],
  establish: [
    '建立|设立|互设|成立|构建|打造|建设|共建|搭建|创建|组建|健全|建成|开通|增设',
    'establish|set up|create|build|launch|form|introduce|open',
  ],
  hold: [
    '举办|互办|举行|召开|组织|开展|承办|筹办|合办|轮流|参加|参与|联合(?![会国体])',
    'hold|organise|organize|host|convene|conduct|participate|take part|co-organise',
  ],
  exchange: [
    '交流|分享|共享|交换|互访|互换|互认|互派|选派|选送|派遣|对接|沟通|通报|合作|互通',
    'exchange|share|liaise|communicate|cooperate|co-operate|collaborate|work together',
  ],
  carry_out: [
    '落实|实施|推行|执行|履行|完成|做好|用好|实现|继续|发挥|利用|运用',
    'implement|carry out|execute|complete|deliver|fulfil|fulfill|undertake|continue|make use of',
  ],
  facilitate: [
    '便利|方便|简化|提供|允许|放宽|便捷|解决',
    'facilitate|ease|simplify|streamline|provide|allow|relax|enable',
  ],
  sign: ['签署(?![后前时之])|签订(?![后前时之])|商签|续签', 'sign|conclude|enter into'],
};

/** What may not follow a verb, since it would be another word's beginning, or the time of something else. */
const NOT_BEFORE = /\(\?!\[.{1,8}?\]\)/g;
const undertakingOf = new Map<string, Undertaking>();
for (const [value, [han, english]] of Object.entries(verbs) as [Undertaking, [string, string]][])
  for (const verb of [...han.replace(NOT_BEFORE, '').split('|'), ...english.split('|')])
    if (!undertakingOf.has(verb)) undertakingOf.set(verb, value);

const alternatives = (at: 0 | 1) =>
  [...new Set(Object.values(verbs).flatMap((both) => both[at].split('|')))]
    .sort((a, b) => b.length - a.length)
    .join('|');
/** "Go on doing" says nothing of what is done; nor who does it. */
const BEFORE_VERB =
  '(?:双方|两地政府|两地|双方政府|[^,。;:、]{1,2}方|共同|将|会|并|积极|继续|持续|进一步|不断|逐步|适时|大力|着力|全面|有序|、)';
const HAN_BEGINS = new RegExp(`(?:^|[,。;:])${BEFORE_VERB}{0,6}(${alternatives(0)})`);
const HAN_ANYWHERE = new RegExp(`(${alternatives(0)})`);
const ENGLISH = new RegExp(`\\b(${alternatives(1)})(?=(?:s|es|ed|d|ing|ting)?\\b)`);

/** The first verb that undertakes something: one that begins a clause, before any other. */
export function verbOf(foldable: Foldable): Suggestions['verb'] {
  const from = afterCircumstances(foldable.folded.text);
  const text = foldable.folded.text.slice(from);
  for (const pattern of [HAN_BEGINS, HAN_ANYWHERE, ENGLISH]) {
    const match = pattern.exec(text);
    const verb = match?.[1];
    if (!match || verb === undefined) continue;
    const end = from + match.index + match[0].length;
    return { value: undertakingOf.get(verb)!, ...wordsAt(foldable, end - verb.length, end) };
  }
  return null;
}

const RECURRING =
  /每[一两二三四五六半\d]?(?:个)?(?:年|季度?|月)|(?<!不)定期|不定期|年度|恒常|常态化?|轮流|逐年|历年|一年一度|\b(?:annual(?:ly)?|every (?:\w+ )?(?:years?|months?)|each year|quarterly|biennial(?:ly)?|regular(?:ly)?)\b/;
/** What is over once it is done. */
const ONCE =
  /(?:签署(?![后前时之])|签订(?![后前时之])|商签|成立|设立|建成|落成|开通|启用|发布|编制|制定|推出|完成|试点|落户)|\b(?:sign|conclude|complete|launch|set up|publish|open|inaugurate|pilot)\b/;
const LASTING =
  /(?:继续|持续|不断|长期|长效|加强|强化|深化|扩大|优化|鼓励|支持|支援|推动|推进|促进|探索|提升|完善|密切|交流|发展)|\b(?:continue|strengthen|deepen|enhance|encourage|support|promote|explore|improve|foster|expand)\b/;

/** Once, again and again, or without an end in its words; the first of the two that the words speak of. */
export function termOf(foldable: Foldable): { value: Term; words: Words | null } {
  const of = (value: Term, pattern: RegExp) => {
    const found = firstWords(foldable, pattern);
    return found && { value, words: { words: found.words, range: found.range }, at: found.range[0] };
  };
  const recurring = of('recurring', RECURRING);
  const [once, lasting] = [of('one_off', ONCE), of('open_ended', LASTING)];
  const chosen = recurring ?? (once && (!lasting || once.at < lasting.at) ? once : lasting);
  return chosen ? { value: chosen.value, words: chosen.words } : { value: 'open_ended', words: null };
}
