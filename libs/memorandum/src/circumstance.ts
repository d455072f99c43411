/** What a clause begins with that says under what, why or since when something is done, and not what. */
const BEGINS =
  /^(?:[為为了]{1,2}(?:[進进]一步)?(?:落[實实]|[貫贯][徹彻]|[響响][應应]|配合|[實实][現现]|推[動动進进]|促[進进]|加[強强快]|深化|更好)|[圍围][繞绕]|根[據据]|按照|依照|依[託托]|[結结]合|[憑凭][藉借]|借助|基[於于]|[鑑鉴][於于]|[隨随][着著]|[針针][對对])/u;
/** What it ends in, after a word that opens it: 在…框架下, 以…為契機, 自…起, 由甲與乙合作. */
const CLOSED =
  /^(?:在.{2,60}(?:下|中|上|方面|期[間间]|[後后]|前|[時时])|以.{2,40}[為为](?:契[機机]|基[礎础]|抓手|重[點点]|目[標标]|依[託托]|引[領领]|[載载][體体]|平台|[橋桥]梁|[橋桥]樑)|[自由從从]20\d\d.{0,10}起|[由].{4,40}(?:合作|[牽牵][頭头]|[負负][責责]|[統统][籌筹])|[於于]?20\d\d年.{0,8}[前內内起])$/u;
const ENGLISH =
  /^(?:By|In|Under|Building on|Within|With|To mark|Subject to|From|Based on|Following|Given|Through|Leveraging|Drawing on)\s[^,;]{2,90},\s/;
/** Who agreed says nothing of what was agreed. */
const WHO =
  /^(?:(?:to|the (?:two|both) (?:sides|places|governments|parties|cities)|both (?:sides|places|parties|governments)|will|shall|further|jointly|actively|agree(?:d)? to)\s)+(?=[a-z])/i;
const LONGEST = 120;
/** What is left has to be a clause. */
const SHORTEST = 6;
const MOST = 2;

/** Where the words begin that say what is done. */
export function afterCircumstances(text: string): number {
  let at = 0;
  for (let left = MOST; left > 0; left--) {
    const rest = text.slice(at, at + LONGEST);
    const english = ENGLISH.exec(rest)?.[0].length;
    const comma = rest.search(/[，,]/);
    const clause = comma === -1 ? '' : rest.slice(0, comma);
    const length = english ?? (BEGINS.test(clause) || CLOSED.test(clause) ? comma + 1 : 0);
    if (length === 0 || text.length - at - length < SHORTEST) break;
    at += length;
  }
  return at + (WHO.exec(text.slice(at, at + LONGEST))?.[0].length ?? 0);
}
