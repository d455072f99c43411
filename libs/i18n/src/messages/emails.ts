import type { Messages } from '../translate.js';

const hant = {
  greeting: '{{name}}：',
  'measureDue.subject': '{{number}} {{title}}：{{due}}',
  'measureDue.leadDue': '以下合作措施{{due}}，請更新進展。',
  'measureDue.leadOverdue': '以下合作措施{{due}}，請更新進展；如需更多時間，可提出延期。',
  'measureDue.inWorkingDays': '還有 {{days}} 個工作天到期',
  'measureDue.inOneWorkingDay': '還有 1 個工作天到期',
  'measureDue.inDays': '還有 {{days}} 天到期，其間沒有工作天',
  'measureDue.inOneDay': '明天到期，並非工作天',
  'measureDue.today': '今天到期',
  'measureDue.overdueWorkingDays': '已逾期 {{days}} 個工作天',
  'measureDue.overdueOneWorkingDay': '已逾期 1 個工作天',
  'measureDue.overdueDays': '已逾期 {{days}} 天',
  'measureDue.overdueOneDay': '已逾期 1 天',
  'measureDue.meeting': '合作會議',
  'measureDue.measure': '合作措施',
  'measureDue.dueOn': '到期日',
  'measureDue.leadUnit': '牽頭部門',
  'measureDue.inPlaceOf': '代行（休假）',
  'measureDue.open': '打開這項措施',
  'measureDue.footer':
    '到期日由雙方議定。本郵件由「落實」系統發給負責本項的人員，只供本方參閱；如已匯報，毋須理會。',
  'ask.subject': '{{number}} {{title}}：請匯報進展',
  'ask.lead': '{{by}}請你就以下合作措施匯報進展，請登入「落實」填寫。',
  'ask.footer': '本郵件只供本方參閱，由「落實」系統應統籌要求發出；如已匯報，毋須理會。',
  'request.subject': '{{number}} {{title}}：{{by}}提出請求，待答覆',
  'request.lead': '{{by}}就以下合作措施向貴方提出請求，請登入「落實」查閱和答覆。',
  'request.footer': '答覆經貴方統籌核准後，對方才會看到。本郵件由「落實」系統發出，內容不寫進電郵。',
  'mention.subject': '{{number}} {{title}}：{{by}}在備註中提及你',
  'mention.lead': '{{by}}在以下合作措施的備註中提及你，請登入「落實」查閱。',
  'mention.footer': '備註只供本方參閱，內容不會寫進電郵。本郵件由「落實」系統發出。',
  'infected.subject': '{{number}} {{title}}：一份佐證材料含有病毒，已攔截',
  'infected.lead':
    '貴方附於以下合作措施的一份佐證材料含有病毒，檔案已攔截，沒有人能夠下載。請登入「落實」查閱，並聯絡上載的人員。',
  'infected.footer': '本郵件由「落實」系統發給貴方統籌，不含檔案的名稱或內容。',
  'infectedDocument.subject': '{{title}}：一份佐證材料含有病毒，已攔截',
  'infectedDocument.lead':
    '貴方附於以下合作文件的一份佐證材料含有病毒，檔案已攔截，沒有人能夠下載。請登入「落實」查閱，並聯絡上載的人員。',
  'infectedDocument.document': '合作文件',
  'infectedDocument.open': '打開這份文件',
  'files.subject_one': '有 {{count}} 個已存檔案與紀錄不符',
  'files.subject_other': '有 {{count}} 個已存檔案與紀錄不符',
  'files.lead':
    '每晚核對檔案儲存區時，發現貴方有檔案遺失或內容有變。請從備份還原這些檔案；系統的檢查指令會列出最近一次的結果。',
  'files.count': '檔案數目',
  'files.on': '核對日期',
  'files.open': '打開「落實」',
  'files.footer': '本郵件由「落實」系統發給貴方的系統管理員，不含任何檔案的名稱或內容。',
  'label.separator': '：',
};

export type EmailText = keyof typeof hant;

const hans: Record<EmailText, string> = {
  greeting: '{{name}}：',
  'measureDue.subject': '{{number}} {{title}}：{{due}}',
  'measureDue.leadDue': '以下合作事项{{due}}，请更新进展。',
  'measureDue.leadOverdue': '以下合作事项{{due}}，请更新进展；如需更多时间，可提出延期申请。',
  'measureDue.inWorkingDays': '还有 {{days}} 个工作日到期',
  'measureDue.inOneWorkingDay': '还有 1 个工作日到期',
  'measureDue.inDays': '还有 {{days}} 天到期，其间没有工作日',
  'measureDue.inOneDay': '明天到期，且非工作日',
  'measureDue.today': '今天到期',
  'measureDue.overdueWorkingDays': '已逾期 {{days}} 个工作日',
  'measureDue.overdueOneWorkingDay': '已逾期 1 个工作日',
  'measureDue.overdueDays': '已逾期 {{days}} 天',
  'measureDue.overdueOneDay': '已逾期 1 天',
  'measureDue.meeting': '合作会议',
  'measureDue.measure': '合作事项',
  'measureDue.dueOn': '到期日',
  'measureDue.leadUnit': '牵头单位',
  'measureDue.inPlaceOf': '代办（休假）',
  'measureDue.open': '打开本事项',
  'measureDue.footer':
    '到期日由双方商定。本邮件由“落实”系统发给负责本事项的人员，仅供本方参阅；如已反馈，请忽略。',
  'ask.subject': '{{number}} {{title}}：请反馈进展',
  'ask.lead': '{{by}}请您就以下合作事项反馈进展，请登录“落实”填写。',
  'ask.footer': '本邮件仅供本方参阅，由“落实”系统应统筹人员要求发出；如已反馈，请忽略。',
  'request.subject': '{{number}} {{title}}：{{by}}提出请求，待答复',
  'request.lead': '{{by}}就以下合作事项向贵方提出请求，请登录“落实”查看并答复。',
  'request.footer': '答复经贵方统筹审核后，对方才能看到。本邮件由“落实”系统发出，内容不写入邮件。',
  'mention.subject': '{{number}} {{title}}：{{by}}在备注中提到您',
  'mention.lead': '{{by}}在以下合作事项的备注中提到您，请登录“落实”查看。',
  'mention.footer': '备注仅供本方参阅，内容不写入邮件。本邮件由“落实”系统发出。',
  'infected.subject': '{{number}} {{title}}：一份佐证材料含有病毒，已拦截',
  'infected.lead':
    '贵方附于以下合作事项的一份佐证材料含有病毒，文件已拦截，任何人均无法下载。请登录“落实”查看，并联系上传人员。',
  'infected.footer': '本邮件由“落实”系统发给贵方统筹，不含文件的名称或内容。',
  'infectedDocument.subject': '{{title}}：一份佐证材料含有病毒，已拦截',
  'infectedDocument.lead':
    '贵方附于以下合作文件的一份佐证材料含有病毒，文件已拦截，任何人均无法下载。请登录“落实”查看，并联系上传人员。',
  'infectedDocument.document': '合作文件',
  'infectedDocument.open': '打开此合作文件',
  'files.subject_one': '{{count}} 个已存文件与记录不符',
  'files.subject_other': '{{count}} 个已存文件与记录不符',
  'files.lead':
    '每晚核对文件存储时，发现贵方有文件丢失或内容有变。请从备份恢复这些文件；系统的检查命令会列出最近一次的结果。',
  'files.count': '文件数',
  'files.on': '核对日期',
  'files.open': '打开“落实”',
  'files.footer': '本邮件由“落实”系统发给贵方的系统管理员，不含任何文件的名称或内容。',
  'label.separator': '：',
};

const en: Record<EmailText, string> = {
  greeting: 'Dear {{name}},',
  'measureDue.subject': '{{number}} {{title}}: {{due}}',
  'measureDue.leadDue': 'The measure below is {{due}}. Please report its progress.',
  'measureDue.leadOverdue':
    'The measure below is {{due}}. Please report its progress, or propose a later date if you need more time.',
  'measureDue.inWorkingDays': 'due in {{days}} working days',
  'measureDue.inOneWorkingDay': 'due in 1 working day',
  'measureDue.inDays': 'due in {{days}} days, with no working day before',
  'measureDue.inOneDay': 'due tomorrow, which is not a working day',
  'measureDue.today': 'due today',
  'measureDue.overdueWorkingDays': 'overdue by {{days}} working days',
  'measureDue.overdueOneWorkingDay': 'overdue by 1 working day',
  'measureDue.overdueDays': 'overdue by {{days}} days',
  'measureDue.overdueOneDay': 'overdue by 1 day',
  'measureDue.meeting': 'Meeting',
  'measureDue.measure': 'Measure',
  'measureDue.dueOn': 'Due date',
  'measureDue.leadUnit': 'Lead unit',
  'measureDue.inPlaceOf': 'In place of (on leave)',
  'measureDue.open': 'Open this measure',
  'measureDue.footer':
    'Both sides agreed the due date. Luoshi sent this to those in charge of the measure; it is for your own side only. If you have already reported, nothing more is needed.',
  'ask.subject': '{{number}} {{title}}: please report progress',
  'ask.lead': '{{by}} asks you to report progress on the measure below. Sign in to write an update.',
  'ask.footer':
    'Sent by Luoshi because your coordinator asked; it is for your own side only. If you have already reported, nothing more is needed.',
  'request.subject': '{{number}} {{title}}: {{by}} asks for an answer',
  'request.lead':
    '{{by}} has asked something of your side on the measure below. Sign in to read and answer it.',
  'request.footer':
    'The other side sees your answer once your coordinator clears it. Sent by Luoshi, which puts none of the words into a mail.',
  'mention.subject': '{{number}} {{title}}: {{by}} mentioned you in a note',
  'mention.lead': '{{by}} mentioned you in a note on the measure below. Sign in to read it.',
  'mention.footer':
    'Notes are for your own side only, and their words are never put into a mail. Sent by Luoshi.',
  'infected.subject': '{{number}} {{title}}: a virus was found in a file',
  'infected.lead':
    'A file that your side attached to the measure below holds a virus. It is kept from everybody. Sign in to see it, and talk to whoever uploaded it.',
  'infected.footer': 'Sent by Luoshi to the coordinators of your side. It names no file and quotes none.',
  'infectedDocument.subject': '{{title}}: a virus was found in a file',
  'infectedDocument.lead':
    'A file that your side attached to the signed document below holds a virus. It is kept from everybody. Sign in to see it, and talk to whoever uploaded it.',
  'infectedDocument.document': 'Signed document',
  'infectedDocument.open': 'Open this document',
  'files.subject_one': '{{count}} stored file is not what its record says',
  'files.subject_other': '{{count}} stored files are not what their records say',
  'files.lead':
    'The nightly comparison of the file storage found files of your side missing or changed. Restore them from a backup; luoshi doctor shows the last result.',
  'files.count': 'Files',
  'files.on': 'Compared',
  'files.open': 'Open Luoshi',
  'files.footer': 'Sent by Luoshi to the administrators of your side. It names no file and quotes none.',
  'label.separator': ': ',
};

/** The words of every mail: subject, HTML and text part alike. */
export const emails: Messages<EmailText> = { 'zh-Hant-HK': hant, 'zh-Hans-CN': hans, en };
