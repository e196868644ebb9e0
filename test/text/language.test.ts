import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../src/text/language.js";
import { demonstration } from "../fixtures.js";

describe("detectLanguage(text)", () => {
  it.each([
    ["de", "Wir untersuchen die Konvergenz von Verfahren, die in der Optimierung großer Netze verwendet werden."],
    [
      "fr",
      "Nous étudions la convergence des méthodes de gradient dans les réseaux et nous montrons que le pas est décisif.",
    ],
    [
      "es",
      "Se estudia la convergencia de los métodos de gradiente en redes profundas y se muestra que el paso es decisivo.",
    ],
    [
      "pt",
      "Estudamos a convergência dos métodos de gradiente em redes profundas e mostramos que o passo não é decisivo.",
    ],
    [
      "it",
      "Studiamo la convergenza dei metodi del gradiente nelle reti profonde e mostriamo che il passo è decisivo per la rete.",
    ],
    ["nl", "Wij bestuderen de convergentie van methoden die in het trainen van grote netwerken worden gebruikt."],
    ["pl", "Badamy zbieżność metod gradientowych w głębokich sieciach i pokazujemy, że krok jest ważny dla wyniku."],
    [
      "sv",
      "Vi studerar hur gradientmetoder konvergerar i djupa nät och visar att steget är viktigt för det som lärs in.",
    ],
    ["ru", "Мы изучаем сходимость градиентных методов в глубоких сетях."],
    ["zh", "我们研究深度网络中梯度方法的收敛性。"],
    ["ja", "深いネットワークにおける勾配法の収束を調べる。"],
    ["ko", "우리는 심층 신경망에서 경사법의 수렴을 연구한다."],
    ["ar", "ندرس تقارب طرق التدرج في الشبكات العميقة."],
    ["und", "Too short."],
    ["und", ""],
  ])("recognises %s", (language, text) => {
    expect(detectLanguage(text).language).toBe(language);
  });

  it("takes every abstract of the demonstration corpus for English, formulas and all", () => {
    for (const { abstract } of demonstration) expect(detectLanguage(abstract).language).toBe("en");
  });
});
