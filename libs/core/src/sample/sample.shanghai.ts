import { custodian, mainland, office, type SampleParty, words } from './sample.parties.js';

export const shanghai: SampleParty = {
  ...mainland,
  code: 'sh',
  name: words('上海', '上海', 'Shanghai'),
  mark: words('滬', '沪', 'SH'),
  organisations: [
    custodian(
      words(
        '上海市人民政府港澳事務辦公室',
        '上海市人民政府港澳事务办公室',
        'Hong Kong and Macao Affairs Office of Shanghai',
      ),
      words('市港澳辦', '市港澳办', 'HKMAO'),
      ['上海市政府港澳辦', '上海市港澳办'],
      ['沈佳宁', '陆永明', '顾晓岚', '宋涛'],
    ),
    office(
      'commerce',
      words('上海市商務委員會', '上海市商务委员会', 'Shanghai Commission of Commerce'),
      words('市商務委', '市商务委', 'Commerce'),
      '徐婕',
    ),
    office(
      'science',
      words('上海市科學技術委員會', '上海市科学技术委员会', 'Shanghai Science and Technology Commission'),
      words('市科委', '市科委', 'Science'),
      '汪一鸣',
    ),
    office(
      'industry',
      words(
        '上海市經濟和信息化委員會',
        '上海市经济和信息化委员会',
        'Shanghai Commission of Economy and Informatisation',
      ),
      words('市經信委', '市经信委', 'Industry'),
      '姜蕾',
    ),
    office(
      'data',
      words('上海市數據局', '上海市数据局', 'Shanghai Data Bureau'),
      words('市數據局', '市数据局', 'Data'),
      '邵一帆',
    ),
    office(
      'finance',
      words(
        '中共上海市委金融委員會辦公室',
        '中共上海市委金融委员会办公室',
        'Shanghai Municipal Financial Commission Office',
      ),
      words('市委金融辦', '市委金融办', 'Finance'),
      '夏敏',
    ),
    office(
      'transport',
      words('上海市交通委員會', '上海市交通委员会', 'Shanghai Transport Commission'),
      words('市交通委', '市交通委', 'Transport'),
      '俞晨',
    ),
    {
      key: 'shipping',
      name: words('上海航運交易所', '上海航运交易所', 'Shanghai Shipping Exchange'),
      short: words('航交所', '航交所', 'SSE'),
    },
    office(
      'culture',
      words('上海市文化和旅遊局', '上海市文化和旅游局', 'Shanghai Administration of Culture and Tourism'),
      words('市文旅局', '市文旅局', 'Culture'),
      '金莹',
      { aliases: ['上海市文物局'] },
    ),
    office(
      'education',
      words('上海市教育委員會', '上海市教育委员会', 'Shanghai Education Commission'),
      words('市教委', '市教委', 'Education'),
      '施文彬',
    ),
    office(
      'talent',
      words('上海市人才工作局', '上海市人才工作局', 'Shanghai Talent Bureau'),
      words('市人才局', '市人才局', 'Talent'),
      '韩雪',
    ),
    office(
      'youth',
      words('共青團上海市委員會', '共青团上海市委员会', 'Shanghai Committee of the Communist Youth League'),
      words('團市委', '团市委', 'Youth'),
      '陶然',
    ),
    office(
      'justice',
      words('上海市司法局', '上海市司法局', 'Shanghai Justice Bureau'),
      words('市司法局', '市司法局', 'Justice'),
      '郑立群',
    ),
    office(
      'ecology',
      words('上海市生態環境局', '上海市生态环境局', 'Shanghai Ecology and Environment Bureau'),
      words('市生態環境局', '市生态环境局', 'Ecology'),
      '孟凡',
    ),
    office(
      'housing',
      words(
        '上海市住房和城鄉建設管理委員會',
        '上海市住房和城乡建设管理委员会',
        'Shanghai Commission of Housing and Urban-Rural Development',
      ),
      words('市住建委', '市住建委', 'Housing'),
      '殷俊',
    ),
    office(
      'health',
      words('上海市衞生健康委員會', '上海市卫生健康委员会', 'Shanghai Health Commission'),
      words('市衞生健康委', '市卫生健康委', 'Health'),
      '柳青',
    ),
    {
      key: 'drugs',
      name: words('上海市藥品監督管理局', '上海市药品监督管理局', 'Shanghai Drug Administration'),
      short: words('市藥監局', '市药监局', 'Drugs'),
    },
    office(
      'sports',
      words('上海市體育局', '上海市体育局', 'Shanghai Administration of Sports'),
      words('市體育局', '市体育局', 'Sports'),
      '曹勇',
    ),
    office(
      'civil',
      words('上海市民政局', '上海市民政局', 'Shanghai Civil Affairs Bureau'),
      words('市民政局', '市民政局', 'Civil Affairs'),
      '龚玲',
    ),
    office(
      'personnel',
      words(
        '上海市人力資源和社會保障局',
        '上海市人力资源和社会保障局',
        'Shanghai Human Resources and Social Security Bureau',
      ),
      words('市人社局', '市人社局', 'Personnel'),
      '毛宁',
    ),
  ],
};
