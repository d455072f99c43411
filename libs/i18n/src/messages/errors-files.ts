import type { Language } from '../language.js';
import type { Words } from './errors.js';

const hant = {
  too_large: { title: '內容過大', detail: '超出可接受的大小，未有儲存。' },
  unsupported_media_type: { title: '不接受這種格式', detail: '請改用可接受的格式。' },
  unreadable_file: {
    title: '無法讀取這個檔案',
    detail: '可讀取 Word（DOCX）、PDF、網頁、試算表（XLSX、CSV）及純文字檔案，亦可直接貼上文字。',
  },
  other_format: {
    title: '無法讀取 {{kind}} 格式',
    detail: '請在原來的程式另存為 DOCX、XLSX 或 PDF，然後再匯入。',
  },
  encrypted_file: { title: '檔案設有密碼', detail: '請移除密碼後儲存，然後再匯入。' },
  damaged_file: {
    title: '檔案已損壞',
    detail: '讀到這裏便無法繼續：{{part}}。請向來源再取一份，或在原來的程式開啟後另存。',
  },
  macro_file: { title: '檔案含有巨集', detail: '請另存為不含巨集的 DOCX 或 XLSX，然後再匯入。' },
  scanned_file: {
    title: 'PDF 只有影像，沒有文字',
    detail: '有 {{pages}} 頁是掃描影像。請提供含文字的版本，或先作文字辨識（OCR），再核對文字。',
  },
  too_many_pages: {
    title: '頁數太多',
    detail: 'PDF 有 {{pages}} 頁，最多可讀 {{max}} 頁。請只匯入載有備忘錄的部分。',
  },
  unpacks_too_large: {
    title: '檔案解壓後過大',
    detail: '解壓後超過 {{megabytes}} MB。請移除附帶的內容，或另存一份只有文字的檔案。',
  },
  took_too_long: {
    title: '讀取時間太長',
    detail: '{{seconds}} 秒內未能讀完。請另存一份較簡單的檔案，或直接貼上文字。',
  },
  empty_file: { title: '檔案沒有內容', detail: '請選擇另一個檔案。' },
  too_many_files: { title: '檔案太多', detail: '每處最多可附 {{max}} 份佐證材料。' },
  person_quota: {
    title: '個人容量已滿',
    detail: '每人最多可上載共 {{gigabytes}} GB。請先移除不再需要的檔案，或聯絡系統管理員。',
  },
  side_quota: {
    title: '己方容量已滿',
    detail: '己方的佐證材料合共最多 {{gigabytes}} GB。請聯絡系統管理員。',
  },
  range_not_satisfiable: {
    title: '檔案沒有這部分',
    detail: '所要的部分在檔案結尾之後。請重新載入後再試。',
  },
  evidence_disclosed: { title: '材料已公開', detail: '已公開的材料不能移除，只能由統籌註明理由收回。' },
  upload_offset: { title: '上載位置不符', detail: '送來的內容與已收到的部分接不上。請重新接續上載。' },
  storage_full: { title: '儲存空間不足', detail: '檔案未有儲存。請通知系統管理員。' },
} satisfies Record<string, Words>;

/** What can be wrong with a file: one that is imported, attached, or asked for. */
export const fileErrors: Record<Language, Record<keyof typeof hant, Words>> = {
  'zh-Hant-HK': hant,
  'zh-Hans-CN': {
    too_large: { title: '内容过大', detail: '超出允许的大小，未能保存。' },
    unsupported_media_type: { title: '不支持该格式', detail: '请改用支持的格式。' },
    unreadable_file: {
      title: '无法读取该文件',
      detail: '可读取 Word（DOCX）、PDF、网页、表格（XLSX、CSV）和纯文本文件，也可以直接粘贴文字。',
    },
    other_format: {
      title: '无法读取 {{kind}} 格式',
      detail: '请用原来的软件另存为 DOCX、XLSX 或 PDF，再重新导入。',
    },
    encrypted_file: { title: '文件设有密码', detail: '请取消密码并保存，再重新导入。' },
    damaged_file: {
      title: '文件已损坏',
      detail: '读到此处无法继续：{{part}}。请重新获取一份，或用原来的软件打开后另存。',
    },
    macro_file: { title: '文件含有宏', detail: '请另存为不含宏的 DOCX 或 XLSX，再重新导入。' },
    scanned_file: {
      title: 'PDF 只有图像，没有文字',
      detail: '有 {{pages}} 页是扫描图像。请提供含文字的版本，或先进行文字识别（OCR），再核对文字。',
    },
    too_many_pages: {
      title: '页数过多',
      detail: 'PDF 有 {{pages}} 页，最多可读 {{max}} 页。请只导入载有备忘录的部分。',
    },
    unpacks_too_large: {
      title: '文件解压后过大',
      detail: '解压后超过 {{megabytes}} MB。请去掉附带的内容，或另存一份只有文字的文件。',
    },
    took_too_long: {
      title: '读取时间过长',
      detail: '{{seconds}} 秒内未能读完。请另存一份较简单的文件，或直接粘贴文字。',
    },
    empty_file: { title: '文件没有内容', detail: '请选择其他文件。' },
    too_many_files: { title: '文件过多', detail: '每处最多可附 {{max}} 份佐证材料。' },
    person_quota: {
      title: '个人空间已满',
      detail: '每人最多可上传共 {{gigabytes}} GB。请先移除不再需要的文件，或联系系统管理员。',
    },
    side_quota: {
      title: '本方空间已满',
      detail: '本方的佐证材料合计最多 {{gigabytes}} GB。请联系系统管理员。',
    },
    range_not_satisfiable: { title: '文件没有这一部分', detail: '所请求的部分超出文件末尾。请刷新后重试。' },
    evidence_disclosed: { title: '材料已公开', detail: '已公开的材料不能移除，只能由统筹说明理由后收回。' },
    upload_offset: { title: '上传位置不符', detail: '发来的内容与已收到的部分无法衔接。请重新续传。' },
    storage_full: { title: '存储空间不足', detail: '文件未能保存。请通知系统管理员。' },
  },
  en: {
    too_large: {
      title: 'This is too large',
      detail: 'It is over the size that is accepted, and was not saved.',
    },
    unsupported_media_type: {
      title: 'This format is not accepted',
      detail: 'Use one of the accepted formats.',
    },
    unreadable_file: {
      title: 'This file cannot be read',
      detail:
        'Word (DOCX), PDF, web pages, spreadsheets (XLSX, CSV) and plain text can be read. You can also paste the text.',
    },
    other_format: {
      title: '{{kind}} files cannot be read',
      detail: 'Save it as DOCX, XLSX or PDF in the program it comes from, and import that.',
    },
    encrypted_file: {
      title: 'The file is locked by a password',
      detail: 'Save it without the password, and import that.',
    },
    damaged_file: {
      title: 'The file is damaged',
      detail:
        'It could be read no further than here: {{part}}. Get another copy, or open it in its own program and save it anew.',
    },
    macro_file: {
      title: 'The file contains macros',
      detail: 'Save it as a DOCX or XLSX without macros, and import that.',
    },
    scanned_file: {
      title: 'The PDF holds pictures and no text',
      detail:
        'Pages that are scanned pictures: {{pages}}. Get a version with text, or run text recognition (OCR) and check what it wrote.',
    },
    too_many_pages: {
      title: 'Too many pages',
      detail:
        'The PDF has {{pages}} pages; up to {{max}} are read. Import only the part with the memorandum.',
    },
    unpacks_too_large: {
      title: 'The file is too large once unpacked',
      detail:
        'It unpacks to more than {{megabytes}} MB. Take out what is embedded, or save a copy with the text alone.',
    },
    took_too_long: {
      title: 'Reading took too long',
      detail: 'It was not read within {{seconds}} seconds. Save a simpler copy, or paste the text.',
    },
    empty_file: { title: 'The file is empty', detail: 'Choose another file.' },
    too_many_files: {
      title: 'Too many files',
      detail: 'There can be at most {{max}} pieces of evidence here.',
    },
    person_quota: {
      title: 'Your quota is used up',
      detail:
        'A person may upload {{gigabytes}} GB in all. Remove what is no longer needed, or ask your administrator.',
    },
    side_quota: {
      title: 'Your side’s quota is used up',
      detail: 'A side may keep {{gigabytes}} GB of evidence in all. Ask your administrator.',
    },
    range_not_satisfiable: {
      title: 'The file has no such part',
      detail: 'What was asked for lies behind the end of the file. Reload and try again.',
    },
    evidence_disclosed: {
      title: 'This has been disclosed',
      detail:
        'What the other side has been shown cannot be removed, only taken back by a coordinator with a reason.',
    },
    upload_offset: {
      title: 'The upload does not fit',
      detail: 'What was sent does not join what is already here. Resume the upload.',
    },
    storage_full: {
      title: 'There is no space left for files',
      detail: 'The file was not saved. Tell your administrator.',
    },
  },
};
