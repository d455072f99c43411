import type { Suggestions, Theme } from '#contracts/suggestions';
import { foldInPlace } from '#i18n/fold';
import { firstWords, type Foldable } from './found.js';

/** Folded words by theme. Where several fit, the one that stands first in the heading or the text. */
const words: Record<Theme, string> = {
  trade:
    '一带一路|经贸|商贸|贸易|投资|招商|会展|展览会|工商|营商|跨境电商|电子商务|供应链|品牌|belt and road|trade|investment|commerce|economic',
  finance:
    '金融|证券|银行|保险|债券|上市|资本市场|财富|会计|人民币|financ\\w*|banking|insurance|capital market',
  innovation:
    '创新科技|科技创新|创新及科技|科技|科研|研发|创科|数字经济|数据|人工智能|大数据|智慧城市|知识产权|innovation|technology|research|digital|data|intellectual property',
  transport:
    '航空|航运|物流|机场|港口|铁路|交通|口岸|通道|多式联运|aviation|shipping|logistics|transport|airport|maritime|port',
  law: '法律|法治|司法|仲裁|调解|争议解决|律师|legal|law|arbitration|mediation|dispute',
  culture:
    '文化|旅游|文旅|体育|创意|艺术|博物馆|非物质|电影|文创|文物|考古|运动|cultur\\w*|touris\\w*|sport\\w*|creative|arts?|heritage|film',
  education:
    '教育|学校|高校|大学|院校|职教|职业教育|教师|学生|学术|educat\\w*|universit\\w*|school\\w*|student\\w*',
  youth: '青年|青少年|实习|young people|youth',
  talent: '人才|公务员|培训|干部|talent|civil serv\\w*|personnel|training',
  health: '医疗|卫生|中医药|医药|医院|健康|疾病|药品|传染病|health|medic\\w*|hospital|disease|pandemic|covid',
  environment:
    '环境|环保|生态|绿色|低碳|气候|碳|污染|水务|能源|environment\\w*|ecolog\\w*|climate|green|carbon|energy|emission\\w*',
  planning:
    '城市规划|规划|城建|建设管理|建筑|工程|古迹|city planning|urban|planning|construction|infrastructure',
  housing: '住房|房屋|屋邨|物业|housing',
  welfare:
    '社会福利|福利|养老|安老|民政|社工|残疾|妇女|welfare|elderly|social service\\w*|inclusion|diversity',
  residents: '便利港人|便利|在内地发展|港人|居民|facilitating|residents|living in',
  safety:
    '安全|应急|执法|警务|消防|海关|反贪|廉政|国防|security|emergency|police|customs|defen[cs]e|corruption|integrity',
};

const patterns = (Object.entries(words) as [Theme, string][]).map(
  ([theme, alternatives]) =>
    [theme, new RegExp(alternatives.replace(/(^|\|)([a-z][^|]*)/g, '$1\\b$2\\b')), alternatives] as const,
);

/** From the area's heading where that tells; else from the measure's own words. */
export function themeOf(foldable: Foldable, heading: string): Suggestions['theme'] {
  const title: Foldable = { text: heading, folded: foldInPlace(heading) };
  const inTitle = firstOf(title);
  if (inTitle) return { value: inTitle.value, words: null };
  return firstOf(foldable);
}

function firstOf(foldable: Foldable) {
  let first: { value: Theme; words: { words: string; range: [number, number] } } | null = null;
  for (const [value, pattern] of patterns) {
    const found = firstWords(foldable, pattern);
    if (!found) continue;
    if (first && first.words.range[0] <= found.range[0]) continue;
    first = { value, words: { words: found.words, range: found.range } };
  }
  return first;
}
