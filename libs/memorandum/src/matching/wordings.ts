/**
 * Words that two editions of one text use for the same thing, folded to Simplified and each two characters long: the
 * second is what both are compared as. Conversions between the scripts by phrase made most of them (支持 – 支援).
 */
export const wordings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    支援: '支持',
    资讯: '信息',
    讯息: '信息',
    共用: '共享',
    强化: '加强',
    专案: '项目',
    网路: '网络',
    仲介: '中介',
    远端: '远程',
    软体: '软件',
    硬体: '硬件',
    数位: '数字',
    透过: '通过',
    品质: '质量',
    营运: '运营',
    智慧: '智能',
    协定: '协议',
    档案: '文件',
    计画: '计划',
  }),
);
