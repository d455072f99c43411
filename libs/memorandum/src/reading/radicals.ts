/** Radicals that Unicode itself does not equate with the characters they stand for in a PDF, each before that one. */
const SUPPLEMENT =
  '⺁厂⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺝月⺞歺⺟母⺠民⺡氵⺢水⺣灬⺤爪⺥爫⺦丬⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟' +
  '⺱罓⺲罒⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻑長⻒長⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞' +
  '⻝食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

const CHARACTERS = new Map(
  Array.from({ length: SUPPLEMENT.length / 2 }, (_, at) => [SUPPLEMENT[2 * at]!, SUPPLEMENT[2 * at + 1]!]),
);

/**
 * A font that draws two characters with one shape lets a PDF give the radical back where the character was meant:
 * ⾦融 for 金融. Latin ligatures are taken apart, and a hyphen that is only there to be broken at is dropped.
 */
export function repairRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fdf\ufb00-\ufb06\u00ad]/g, (sign) =>
    sign === '\u00ad' ? '' : (CHARACTERS.get(sign) ?? sign.normalize('NFKC')),
  );
}
