import type { SampleMeeting } from './sample.meetings.js';
import { shanghaiAreas } from './sample.shanghai-measures.js';

/** Sixth meeting of Hong Kong and Shanghai: the facts are real, the sentences ours. */
export const shanghaiSixth: SampleMeeting = {
  other: 'sh',
  importedBy: 'hk',
  adoptedOn: '2024-05-06',
  fileName: '滬港合作會議第六次會議（樣本）.txt',
  kind: 'press_release',
  title: '滬港合作會議第六次會議',
  mechanism: '滬港合作會議',
  ordinal: 6,
  heldOn: '2024-04-26',
  place: '香港',
  sides: ['上海市人民政府', '香港特別行政區政府'],
  heads: [
    { side: '香港', post: '行政長官', name: null },
    { side: '上海', post: '上海市市長', name: null },
  ],
  signatories: [
    { side: '香港', post: '行政長官', name: null },
    { side: '上海', post: '上海市市長', name: null },
  ],
  custodians: ['上海市人民政府港澳事務辦公室', '香港特別行政區政府政制及內地事務局'],
  declared: { areas: 15, measures: 65, documents: 20 },
  preamble:
    '上海市人民政府與香港特別行政區政府於2024年4月26日在香港舉行滬港合作會議第六次會議，雙方同意在15個範疇推展65項措施，並簽署20份合作文件。以下列出已公布的措施。',
  signed: '雙方部門和機構另簽署：',
  closing: '本備忘錄由上海市人民政府港澳事務辦公室和香港特別行政區政府政制及內地事務局分別保存。',
  areas: shanghaiAreas,
  documents: [
    { title: '滬港合作會議第六次會議合作備忘錄', parties: ['香港特別行政區政府', '上海市人民政府'] },
    { title: '法律交流和合作安排', parties: ['律政司', '華東政法大學'] },
    { title: '衞生合作諒解備忘錄', parties: ['醫務衞生局', '上海市衞生健康委員會'] },
    { title: '創新及科技合作備忘錄', parties: ['創新科技署', '上海市科學技術委員會'] },
    { title: '考古及文物建築合作意向書', parties: ['發展局', '上海市文化和旅遊局'] },
    { title: '兩地經貿合作備忘錄', parties: ['香港貿易發展局', '上海市商務委員會'] },
    { title: '產業發展合作備忘錄', parties: ['香港生產力促進局', '上海市經濟和信息化委員會'] },
  ],
};
