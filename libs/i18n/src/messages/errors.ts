import type { Language } from '../language.js';

/** A problem's words: what happened, and how to mend it. Keys are the codes of `#contracts/problems`. */
interface Words {
  title: string;
  detail: string;
}

type Code =
  | 'bad_request'
  | 'invalid'
  | 'not_signed_in'
  | 'sign_in_failed'
  | 'csrf'
  | 'forbidden'
  | 'not_found'
  | 'update_open'
  | 'due_date_change_open'
  | 'confirmation_open'
  | 'leave_overlaps'
  | 'wrong_state'
  | 'already_adopted'
  | 'meeting_exists'
  | 'import_incomplete'
  | 'report_not_ready'
  | 'version_conflict'
  | 'too_large'
  | 'unsupported_media_type'
  | 'not_a_memorandum'
  | 'unreadable_file'
  | 'other_format'
  | 'encrypted_file'
  | 'damaged_file'
  | 'macro_file'
  | 'scanned_file'
  | 'too_many_pages'
  | 'unpacks_too_large'
  | 'took_too_long'
  | 'empty_file'
  | 'wrong_organisation'
  | 'wrong_person'
  | 'wrong_substitute'
  | 'wrong_mention'
  | 'wrong_measure'
  | 'too_many_files'
  | 'person_quota'
  | 'side_quota'
  | 'evidence_disclosed'
  | 'range_not_satisfiable'
  | 'upload_offset'
  | 'words_differ'
  | 'date_in_past'
  | 'key_reused'
  | 'version_required'
  | 'locked_out'
  | 'too_many_requests'
  | 'internal'
  | 'storage_full'
  | 'unavailable';

export const errors: Record<Language, Record<Code, Words>> = {
  'zh-Hant-HK': {
    bad_request: {
      title: '無法理解這項要求',
      detail: '要求的格式不正確，未作任何更改。請重新載入頁面後再試。',
    },
    invalid: { title: '部分內容不符合要求', detail: '請檢查標示的欄位。內容未有儲存。' },
    not_signed_in: { title: '請先登入', detail: '你尚未登入，或登入已逾時。登入後可返回本頁。' },
    sign_in_failed: { title: '未能登入', detail: '電郵地址或密碼不正確。' },
    csrf: { title: '未能確認這項操作由你提出', detail: '請重新載入頁面後再試。' },
    forbidden: { title: '你沒有進行這項操作的權限', detail: '如有需要，請聯絡貴方的統籌人員。' },
    not_found: { title: '找不到所需內容', detail: '內容可能不存在，或不對你開放。' },
    update_open: { title: '貴單位已有一份未完成的匯報', detail: '請先完成或撤回該份匯報，再寫新的一份。' },
    due_date_change_open: {
      title: '已有一項日期建議待答覆',
      detail: '對方答覆或建議方撤回後，才可另提日期。',
    },
    leave_overlaps: {
      title: '這段日子已登記休假',
      detail: '{{from}} 至 {{to}} 已有休假紀錄，請先收回或改選日期。',
    },
    confirmation_open: {
      title: '已有一項提議待答覆',
      detail: '對方答覆或提議方撤回後，才可另提。',
    },
    wrong_state: {
      title: '目前的狀態不容許這項操作',
      detail: '內容可能剛被其他人處理。請重新載入，查看最新狀態。',
    },
    already_adopted: { title: '這份文本已經採納', detail: '採納後的文本不可更改。' },
    meeting_exists: {
      title: '第{{ordinal}}次會議已有紀錄',
      detail: '同一合作機制的同一次會議只可採納一次。',
    },
    import_incomplete: { title: '尚未可以採納', detail: '請先補齊所缺的資料。' },
    report_not_ready: { title: '報告尚未備妥', detail: '報告正在製作，請稍候再下載。' },
    version_conflict: { title: '內容已被其他人更改', detail: '你的輸入仍然保留。請比對最新版本後再儲存。' },
    too_large: { title: '內容過大', detail: '超出可接受的大小，未有儲存。' },
    unsupported_media_type: { title: '不接受這種格式', detail: '請改用可接受的格式。' },
    not_a_memorandum: {
      title: '看不出這是合作備忘錄',
      detail: '文本中找不到應有的部分。請確認檔案正確，並包含列出措施的附件。',
    },
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
    wrong_organisation: { title: '單位不正確', detail: '牽頭及協辦部門須屬貴方，且不可重複。' },
    wrong_substitute: {
      title: '不能由這位人員代行',
      detail: '代行人員須是己方的統籌、聯絡員或主管，帳戶有效，且不是休假者本人。',
    },
    wrong_person: { title: '聯絡員不正確', detail: '聯絡員須任職於牽頭或協辦部門。' },
    wrong_mention: { title: '不能提及這位人員', detail: '只可提及看得見這則備註的己方人員，每人一次。' },
    wrong_measure: { title: '合作措施不正確', detail: '所選的措施不屬於這裏可選的會議。請重新載入後再選。' },
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
    words_differ: {
      title: '草稿與來源文本不符',
      detail: '「{{words}}」與來源文本不一致，未有儲存。措施的文字只可取自來源文本。',
    },
    date_in_past: { title: '日期已過', detail: '請選擇今天或以後的日期。' },
    key_reused: {
      title: '這個鍵值已用於另一項要求',
      detail: '每項要求須用新的 Idempotency-Key。這次未作任何更改。',
    },
    version_required: { title: '缺少版本', detail: '這項更改須說明所根據的版本（If-Match）。' },
    locked_out: { title: '帳戶暫時鎖定', detail: '多次登入失敗，請於 {{minutes}} 分鐘後再試。' },
    too_many_requests: { title: '要求過於頻繁', detail: '請稍候再試。' },
    internal: { title: '系統出錯', detail: '未作任何更改。問題已記錄；如持續發生，請把編號告知系統管理員。' },
    storage_full: { title: '儲存空間不足', detail: '檔案未有儲存。請通知系統管理員。' },
    unavailable: { title: '系統暫時未能提供服務', detail: '未作任何更改，請稍候再試。' },
  },
  'zh-Hans-CN': {
    bad_request: { title: '无法识别该请求', detail: '请求格式不正确，未作任何更改。请刷新页面后重试。' },
    invalid: { title: '部分内容不符合要求', detail: '请检查标出的栏目。内容尚未保存。' },
    not_signed_in: { title: '请先登录', detail: '您尚未登录，或登录已过期。登录后可返回本页。' },
    sign_in_failed: { title: '登录失败', detail: '邮箱或密码不正确。' },
    csrf: { title: '无法确认该操作由您发起', detail: '请刷新页面后重试。' },
    forbidden: { title: '您没有该操作的权限', detail: '如有需要，请联系本方统筹人员。' },
    not_found: { title: '找不到相关内容', detail: '内容可能不存在，或不对您开放。' },
    update_open: { title: '本单位已有一份未完成的反馈', detail: '请先完成或撤回该份反馈，再填写新的一份。' },
    due_date_change_open: {
      title: '已有一项日期建议待答复',
      detail: '对方答复或建议方撤回后，方可另提日期。',
    },
    leave_overlaps: {
      title: '该时段已登记休假',
      detail: '{{from}} 至 {{to}} 已有休假记录，请先撤回或另选日期。',
    },
    confirmation_open: {
      title: '已有一项提议待答复',
      detail: '对方答复或提议方撤回后，方可另提。',
    },
    wrong_state: { title: '当前状态不允许该操作', detail: '内容可能刚被他人处理。请刷新后查看最新状态。' },
    already_adopted: { title: '该文本已经采纳', detail: '采纳后的文本不可更改。' },
    meeting_exists: {
      title: '第{{ordinal}}次会议已有记录',
      detail: '同一合作机制的同一次会议只能采纳一次。',
    },
    import_incomplete: { title: '尚不能采纳', detail: '请先补齐所缺资料。' },
    report_not_ready: { title: '报告尚未生成', detail: '报告正在生成，请稍后下载。' },
    version_conflict: { title: '内容已被他人修改', detail: '您的输入仍然保留。请对照最新版本后再保存。' },
    too_large: { title: '内容过大', detail: '超出允许的大小，未能保存。' },
    unsupported_media_type: { title: '不支持该格式', detail: '请改用支持的格式。' },
    not_a_memorandum: {
      title: '未能识别为合作备忘录',
      detail: '文本中缺少应有的部分。请确认文件无误，并包含列出合作事项的附件。',
    },
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
    wrong_organisation: { title: '单位不正确', detail: '牵头单位和配合单位须属本方，且不得重复。' },
    wrong_substitute: {
      title: '不能由该人员代办',
      detail: '代办人员须为本方的统筹人员、联络员或主管，账号有效，且不是休假者本人。',
    },
    wrong_person: { title: '联络员不正确', detail: '联络员须在牵头单位或配合单位任职。' },
    wrong_mention: { title: '不能提及该人员', detail: '只能提及可以看到这则备注的本方人员，每人一次。' },
    wrong_measure: {
      title: '合作事项不正确',
      detail: '所选事项不属于此处可选的会议。请刷新页面后重新选择。',
    },
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
    words_differ: {
      title: '草稿与来源文本不一致',
      detail: '“{{words}}”与来源文本不一致，未能保存。事项的文字只能取自来源文本。',
    },
    date_in_past: { title: '日期已过', detail: '请选择今天或以后的日期。' },
    key_reused: {
      title: '该键值已用于另一项请求',
      detail: '每项请求须使用新的 Idempotency-Key。本次未作任何更改。',
    },
    version_required: { title: '缺少版本', detail: '该修改须说明所依据的版本（If-Match）。' },
    locked_out: { title: '账号暂时锁定', detail: '多次登录失败，请于 {{minutes}} 分钟后重试。' },
    too_many_requests: { title: '请求过于频繁', detail: '请稍后重试。' },
    internal: { title: '系统出错', detail: '未作任何更改。问题已记录；如持续出现，请将编号告知系统管理员。' },
    storage_full: { title: '存储空间不足', detail: '文件未能保存。请通知系统管理员。' },
    unavailable: { title: '系统暂时无法提供服务', detail: '未作任何更改，请稍后重试。' },
  },
  en: {
    bad_request: {
      title: 'This request could not be understood',
      detail: 'Its form is not right, and nothing was changed. Reload the page and try again.',
    },
    invalid: {
      title: 'Something is not filled in as it should be',
      detail: 'Check the fields that are marked. Nothing was saved.',
    },
    not_signed_in: {
      title: 'Sign in first',
      detail: 'You are not signed in, or your session has ended. You will come back here.',
    },
    sign_in_failed: {
      title: 'You could not be signed in',
      detail: 'The email address or the password is not right.',
    },
    csrf: {
      title: 'It could not be made sure that you asked for this',
      detail: 'Reload the page and try again.',
    },
    forbidden: { title: 'You may not do this', detail: "If you need to, ask your side's coordinator." },
    not_found: { title: 'There is nothing here', detail: 'It may not exist, or it is not open to you.' },
    update_open: {
      title: 'Your office has an unfinished update',
      detail: 'Finish or withdraw it before you write another.',
    },
    due_date_change_open: {
      title: 'A date has been proposed already',
      detail: 'Another can be proposed once it is answered or withdrawn.',
    },
    leave_overlaps: {
      title: 'Already on leave then',
      detail: 'A leave from {{from}} to {{to}} is set. Take it back first, or choose other days.',
    },
    confirmation_open: {
      title: 'This has been proposed already',
      detail: 'It can be proposed again once it is answered or withdrawn.',
    },
    wrong_state: {
      title: 'This cannot be done in its present state',
      detail: 'Somebody may have dealt with it just now. Reload to see how it stands.',
    },
    already_adopted: { title: 'This text has been adopted', detail: 'An adopted text cannot be changed.' },
    meeting_exists: {
      title: 'Meeting {{ordinal}} is on record already',
      detail: 'A meeting of a mechanism can be adopted once.',
    },
    import_incomplete: { title: 'This cannot be adopted yet', detail: 'Fill in what is missing first.' },
    report_not_ready: {
      title: 'The report is not ready',
      detail: 'It is being built. Try again in a moment.',
    },
    version_conflict: {
      title: 'Somebody else has changed this',
      detail: 'What you typed is kept. Compare it with the newest version before you save.',
    },
    too_large: {
      title: 'This is too large',
      detail: 'It is over the size that is accepted, and was not saved.',
    },
    unsupported_media_type: {
      title: 'This format is not accepted',
      detail: 'Use one of the accepted formats.',
    },
    not_a_memorandum: {
      title: 'This does not look like a memorandum',
      detail:
        'Parts that one has were not found. Make sure that it is the right file, with the annex that lists the measures.',
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
    wrong_organisation: {
      title: 'An organisation is not right',
      detail: 'Lead and supporting units are of your own side, each named once.',
    },
    wrong_measure: {
      title: 'A measure is not right',
      detail: 'It does not belong to a meeting that can be chosen from here. Reload and choose again.',
    },
    wrong_substitute: {
      title: 'This person cannot stand in',
      detail:
        'A substitute is another coordinator, officer or manager of the same side, with an account that is open.',
    },
    wrong_person: {
      title: 'An officer is not right',
      detail: 'Officers work in the lead or a supporting unit.',
    },
    wrong_mention: {
      title: 'This person cannot be mentioned',
      detail: 'Mention people of your own side who can read the note, each once.',
    },
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
    words_differ: {
      title: 'The draft differs from its source',
      detail:
        '“{{words}}” is not as in the source, so this was not saved. The words of a measure come from the source alone.',
    },
    date_in_past: { title: 'This date has passed', detail: 'Choose today or a later date.' },
    key_reused: {
      title: 'This key stands for another request',
      detail: 'Each request needs an Idempotency-Key of its own. Nothing was changed this time.',
    },
    version_required: {
      title: 'The version is missing',
      detail: 'Say in If-Match which version this change is based on.',
    },
    locked_out: {
      title: 'The account is locked for now',
      detail: 'Too many sign-ins failed. Try again in {{minutes}} minutes.',
    },
    too_many_requests: { title: 'Too many requests', detail: 'Wait a moment and try again.' },
    internal: {
      title: 'Something went wrong on our side',
      detail: 'Nothing was changed. It has been noted; if it goes on, give the number to your administrator.',
    },
    storage_full: {
      title: 'There is no space left for files',
      detail: 'The file was not saved. Tell your administrator.',
    },
    unavailable: {
      title: 'The service is not available for the moment',
      detail: 'Nothing was changed. Try again shortly.',
    },
  },
};

/** What is wrong with one field; keys are class-validator's. */
export const fieldErrors: Record<Language, Record<string, string> & { other: string }> = {
  'zh-Hant-HK': {
    isUuid: '不是有效的編號。',
    isIn: '不在可選的項目之內。',
    isString: '應為文字。',
    isInt: '應為整數。',
    isBoolean: '應為是或否。',
    isArray: '應為清單。',
    isNotEmpty: '不可留空。',
    maxLength: '太長。',
    minLength: '太短。',
    min: '太小。',
    max: '太大。',
    arrayMaxSize: '項目太多。',
    arrayMinSize: '項目太少。',
    isCalendarDate: '不是有效日期（年-月-日）。',
    whitelistValidation: '沒有這個欄位。',
    other: '不符合要求。',
  },
  'zh-Hans-CN': {
    isUuid: '不是有效编号。',
    isIn: '不在可选范围内。',
    isString: '应为文字。',
    isInt: '应为整数。',
    isBoolean: '应为是或否。',
    isArray: '应为列表。',
    isNotEmpty: '不能为空。',
    maxLength: '过长。',
    minLength: '过短。',
    min: '过小。',
    max: '过大。',
    arrayMaxSize: '项目过多。',
    arrayMinSize: '项目过少。',
    isCalendarDate: '不是有效日期（年-月-日）。',
    whitelistValidation: '没有该栏目。',
    other: '不符合要求。',
  },
  en: {
    isUuid: 'This is no id.',
    isIn: 'This is not among the choices.',
    isString: 'This must be text.',
    isInt: 'This must be a whole number.',
    isBoolean: 'This must be true or false.',
    isArray: 'This must be a list.',
    isNotEmpty: 'This must not be empty.',
    maxLength: 'This is too long.',
    minLength: 'This is too short.',
    min: 'This is too small.',
    max: 'This is too large.',
    arrayMaxSize: 'These are too many.',
    arrayMinSize: 'These are too few.',
    isCalendarDate: 'This is no date (year-month-day).',
    whitelistValidation: 'There is no such field.',
    other: 'This is not as it should be.',
  },
};
