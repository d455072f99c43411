import { custodian, mainland, office, type SampleParty, words } from './sample.parties.js';

export const chongqing: SampleParty = {
  ...mainland,
  code: 'cq',
  name: words('重慶', '重庆', 'Chongqing'),
  mark: words('渝', '渝', 'CQ'),
  organisations: [
    custodian(
      words(
        '重慶市人民政府港澳事務辦公室',
        '重庆市人民政府港澳事务办公室',
        'Hong Kong and Macao Affairs Office of Chongqing',
      ),
      words('市港澳辦', '市港澳办', 'HKMAO'),
      ['重慶市政府港澳辦', '重庆市政府港澳办'],
      ['周明远', '罗建川', '冉小雨', '蒲志刚'],
    ),
    office(
      'commerce',
      words('重慶市商務委員會', '重庆市商务委员会', 'Chongqing Commission of Commerce'),
      words('市商務委', '市商务委', 'Commerce'),
      '谭晓峰',
    ),
    office(
      'science',
      words('重慶市科學技術局', '重庆市科学技术局', 'Chongqing Science and Technology Bureau'),
      words('市科技局', '市科技局', 'Science'),
      '向雪梅',
    ),
    office(
      'finance',
      words(
        '中共重慶市委金融委員會辦公室',
        '中共重庆市委金融委员会办公室',
        'Chongqing Municipal Financial Commission Office',
      ),
      words('市委金融辦', '市委金融办', 'Finance'),
      '代鹏飞',
    ),
    office(
      'logistics',
      words(
        '重慶市人民政府口岸和物流辦公室',
        '重庆市人民政府口岸和物流办公室',
        'Chongqing Port and Logistics Office',
      ),
      words('市口岸物流辦', '市政府口岸物流办', 'Logistics'),
      '秦海波',
    ),
    office(
      'culture',
      words(
        '重慶市文化和旅遊發展委員會',
        '重庆市文化和旅游发展委员会',
        'Chongqing Commission of Culture and Tourism',
      ),
      words('市文化旅遊委', '市文化旅游委', 'Culture'),
      '田婷婷',
    ),
    office(
      'education',
      words('重慶市教育委員會', '重庆市教育委员会', 'Chongqing Education Commission'),
      words('市教委', '市教委', 'Education'),
      '游建国',
    ),
    office(
      'personnel',
      words(
        '重慶市人力資源和社會保障局',
        '重庆市人力资源和社会保障局',
        'Chongqing Human Resources and Social Security Bureau',
      ),
      words('市人力社保局', '市人力社保局', 'Personnel'),
      '邓丽娟',
    ),
    office(
      'youth',
      words('共青團重慶市委員會', '共青团重庆市委员会', 'Chongqing Committee of the Communist Youth League'),
      words('團市委', '团市委', 'Youth'),
      '黎昊',
    ),
    office(
      'justice',
      words('重慶市司法局', '重庆市司法局', 'Chongqing Justice Bureau'),
      words('市司法局', '市司法局', 'Justice'),
      '敖静',
    ),
    office(
      'health',
      words('重慶市衞生健康委員會', '重庆市卫生健康委员会', 'Chongqing Health Commission'),
      words('市衞生健康委', '市卫生健康委', 'Health'),
      '石云',
    ),
    {
      key: 'ccpit',
      name: words(
        '重慶市貿促會',
        '重庆市贸促会',
        'Chongqing Council for the Promotion of International Trade',
      ),
      short: words('市貿促會', '市贸促会', 'CCPIT'),
    },
  ],
};
