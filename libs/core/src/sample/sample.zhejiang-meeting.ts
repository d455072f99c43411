import type { SampleMeeting } from './sample.meetings.js';
import { zhejiangAreas } from './sample.zhejiang-measures.js';

/** First meeting of Hong Kong and Zhejiang, signed in Simplified: the facts are real, the sentences ours. */
export const zhejiangFirst: SampleMeeting = {
  other: 'zj',
  importedBy: 'other',
  adoptedOn: '2025-05-07',
  fileName: '浙港合作会议第一次会议（样本）.txt',
  kind: 'press_release',
  title: '浙港高层会晤暨浙港合作会议第一次会议',
  mechanism: '浙港合作会议',
  ordinal: 1,
  heldOn: '2025-04-24',
  place: '浙江省杭州市',
  sides: ['浙江省人民政府', '香港特别行政区政府'],
  heads: [
    { side: '香港', post: '行政长官', name: null },
    { side: '浙江', post: '浙江省委书记', name: null },
  ],
  signatories: [
    { side: '香港', post: '政务司司长', name: null },
    { side: '浙江', post: '浙江省副省长', name: null },
  ],
  custodians: ['浙江省人民政府港澳事务办公室', '香港特别行政区政府政制及内地事务局'],
  declared: { areas: 13, measures: 51, documents: 6 },
  preamble:
    '浙江省人民政府与香港特别行政区政府于2025年4月24日在浙江省杭州市举行浙港高层会晤暨浙港合作会议第一次会议，双方同意在13个领域推进51项事项，并签署6份合作文件。以下列出已公布的事项。',
  signed: '双方部门和机构另签署：',
  closing: '本备忘录由浙江省人民政府港澳事务办公室和香港特别行政区政府政制及内地事务局分别保存。',
  areas: zhejiangAreas,
  documents: [
    { title: '合作会议机制的安排', parties: ['香港特别行政区政府', '浙江省人民政府'] },
    { title: '第一次会议合作备忘录', parties: ['香港特别行政区政府', '浙江省人民政府'] },
    { title: '科技创新合作备忘录', parties: ['创新科技署', '浙江省科学技术厅'] },
    { title: '房屋科技和屋邨管理合作意向书', parties: ['房屋局', '浙江省住房和城乡建设厅'] },
    { title: '两地经贸合作备忘录', parties: ['香港贸易发展局', '浙江省商务厅'] },
    { title: '青年发展合作备忘录', parties: ['民政及青年事务局', '浙江省青年联合会'] },
  ],
};
