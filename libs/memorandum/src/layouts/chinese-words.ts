const TO_DO =
  /^(?:[雙双]方|[兩两]地)?(?:[將将]|[會会])?(?:進一步|进一步|[積积][極极]|[繼继][續续]|共同|全面|大力|持[續续]|深入|不[斷断]|加快|[恆恒]常|定期)?(?:鼓[勵励]|支[持援]|推[動动進进展]|加[強强快速大]|深化|促[進进成]|探[索討讨]|建[立設设]|[擴扩]大|拓展|[構构]建|[強强]化|[發发][揮挥展]|[開开]展|合[作辦办]|[優优]化|落[實实]|研究|完善|[舉举][辦办]|[組组][織织]|[設设]立|提[升高供]|引[進进]|[貫贯][徹彻]|互[辦办派換换認认訪访設设]|[輪轮]流|每[年季月]|[協协]助|邀[請请]|搭建|打造|健全|[簡简]化|加密|[開开]通|增[設设]|[爭争]取|交[換换流]|[選选]派|共[建享]|[辦办做用]好|[編编][製制]|制[訂订定]|[簽签][署訂订]|通[過过])|^(?:The two sides will\b|(?:Encourage|Support|Promote|Explore|Establish|Step up|Conduct|Share|Study|Offer|Strengthen|Enhance|Deepen|Develop|Facilitate|Foster|Continue|Expand)\b)/;

/** Whether a paragraph begins with what is to be done. */
export function saysWhatToDo({ head }: { head: string }): boolean {
  return TO_DO.test(head);
}
