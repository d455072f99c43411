import type { Script } from './language.js';

/*
 * Characters that only one of the two scripts has, each in the place of its other form: among the most common ones of
 * what governments write to each other. What both scripts use, if for different words, is not among them.
 */
const HANS =
  /[与专业东两为义书产们优会传体党军农创办务动区医华协单厅历县参双发变员团园围国图场坛处备学宁实宪对导将层岛师带应开张录总战执扩担损据数无时术权条来极构标树样检楼欧汇汉济湾满点热爱环现电监确离种积竞签简紧约级纳纷线练组细终经结给络统继绩续维综编缘网罗联职艺节苏药荣营补见观规视计订认让训议讯记讲许论设访证评识诉试该详语调谈谋负财责贯贵贸费资赛赞过运还这进远连选遗邮释钟铁银链销键镇长门问间闻队阳阶际陆险随难页项顺须顾预领频题馆驻验齐龙内关机]/gu;
const HANT =
  /[與專業東兩為義書產們優會傳體黨軍農創辦務動區醫華協單廳歷縣參雙發變員團園圍國圖場壇處備學寧實憲對導將層島師帶應開張錄總戰執擴擔損據數無時術權條來極構標樹樣檢樓歐匯漢濟灣滿點熱愛環現電監確離種積競簽簡緊約級納紛線練組細終經結給絡統繼績續維綜編緣網羅聯職藝節蘇藥榮營補見觀規視計訂認讓訓議訊記講許論設訪證評識訴試該詳語調談謀負財責貫貴貿費資賽贊過運還這進遠連選遺郵釋鐘鐵銀鏈銷鍵鎮長門問間聞隊陽階際陸險隨難頁項順須顧預領頻題館駐驗齊龍內關機]/gu;

/** In which of its two scripts a Chinese text is written; null where its characters do not tell. */
export function chineseScript(text: string): Exclude<Script, 'en'> | null {
  const [hans, hant] = [HANS, HANT].map((characters) => text.match(characters)?.length ?? 0);
  if (hans === hant) return null;
  return hans! > hant! ? 'hans' : 'hant';
}
