import { custodian, mainland, office, type SampleParty, words } from './sample.parties.js';

export const zhejiang: SampleParty = {
  ...mainland,
  code: 'zj',
  name: words('浙江', '浙江', 'Zhejiang'),
  mark: words('浙', '浙', 'ZJ'),
  organisations: [
    custodian(
      words(
        '浙江省人民政府港澳事務辦公室',
        '浙江省人民政府港澳事务办公室',
        'Hong Kong and Macao Affairs Office of Zhejiang',
      ),
      words('省港澳辦', '省港澳办', 'HKMAO'),
      ['浙江省政府港澳辦', '浙江省政府港澳办'],
      ['章若溪', '裘国平', '楼晓', '虞斌'],
    ),
    office(
      'commerce',
      words('浙江省商務廳', '浙江省商务厅', 'Zhejiang Department of Commerce'),
      words('省商務廳', '省商务厅', 'Commerce'),
      '茅亦凡',
    ),
    office(
      'finance',
      words(
        '中共浙江省委金融委員會辦公室',
        '中共浙江省委金融委员会办公室',
        'Zhejiang Provincial Financial Commission Office',
      ),
      words('省委金融辦', '省委金融办', 'Finance'),
      '戚薇',
    ),
    office(
      'science',
      words('浙江省科學技術廳', '浙江省科学技术厅', 'Zhejiang Department of Science and Technology'),
      words('省科技廳', '省科技厅', 'Science'),
      '傅晨曦',
    ),
    office(
      'transport',
      words('浙江省交通運輸廳', '浙江省交通运输厅', 'Zhejiang Department of Transport'),
      words('省交通運輸廳', '省交通运输厅', 'Transport'),
      '竺可',
    ),
    office(
      'justice',
      words('浙江省司法廳', '浙江省司法厅', 'Zhejiang Department of Justice'),
      words('省司法廳', '省司法厅', 'Justice'),
      '应芳',
    ),
    office(
      'culture',
      words(
        '浙江省文化廣電和旅遊廳',
        '浙江省文化广电和旅游厅',
        'Zhejiang Department of Culture, Radio, Television and Tourism',
      ),
      words('省文旅廳', '省文旅厅', 'Culture'),
      '岑悦',
    ),
    office(
      'education',
      words('浙江省教育廳', '浙江省教育厅', 'Zhejiang Department of Education'),
      words('省教育廳', '省教育厅', 'Education'),
      '胡一川',
    ),
    office(
      'youth',
      words('浙江省青年聯合會', '浙江省青年联合会', 'Zhejiang Youth Federation'),
      words('省青聯', '省青联', 'Youth'),
      '方圆',
    ),
    office(
      'health',
      words('浙江省衞生健康委員會', '浙江省卫生健康委员会', 'Zhejiang Health Commission'),
      words('省衞生健康委', '省卫生健康委', 'Health'),
      '宣梅',
    ),
    office(
      'ecology',
      words('浙江省生態環境廳', '浙江省生态环境厅', 'Zhejiang Department of Ecology and Environment'),
      words('省生態環境廳', '省生态环境厅', 'Ecology'),
      '温岚',
    ),
    office(
      'housing',
      words(
        '浙江省住房和城鄉建設廳',
        '浙江省住房和城乡建设厅',
        'Zhejiang Department of Housing and Urban-Rural Development',
      ),
      words('省建設廳', '省建设厅', 'Housing'),
      '斯杰',
    ),
    office(
      'personnel',
      words(
        '浙江省人力資源和社會保障廳',
        '浙江省人力资源和社会保障厅',
        'Zhejiang Department of Human Resources and Social Security',
      ),
      words('省人力社保廳', '省人力社保厅', 'Personnel'),
      '褚兰',
    ),
  ],
};
