/** Made by `npm run build:kernels` from ../assembly: 3261 bytes of WebAssembly, in the signs of compile-module.ts. */
export const wordReaderBytes: string =
  "erfrgryoeeeo[srpirhrhorhrporherpsrhrhrhorhi|osrarArv.ryraryrbr>rtieesu,eeoi.4.rhe=r2i)rhe= {i)rhe=r2s)rhe= {r5 {" +
  "o)rhe=r2r4 {i)rhe=r2r4 {f)pI:,rbrArargse.rdrbr3rArmrgso,rmrarJrmsiur]rbr3rAr)ssur*rbr>r)rgs,,rgr0r(rasu,r>rarfr)" +
  "es.rgrxr>rarfr)ei.ryraryrbr>rtiedrFE,zsoirhto?eo(iicicicicicicicto?ee?ee{:e..u.,ois.)=etoto?ee=MD,rhte?ee?ee=iDu" +
  "=e),rhto?eo?ee=iDu=e)m|)to=eti=dDti=tDr>,rh=outo?eo?ee,rh=euto=or[?ee=tr>=Sek))m|)=etoto=or[?ee=tr>;s= ^eDtoter[" +
  "=sDrE,rh=outs=ZeDtoter[=uDrE),rh=outi=jD,rhto=or[?ee=tr>(itoter[=ur},rhti=}eDuti=8eDtoter[=uDrE)u=e))m|)to?eo?ee" +
  "=ok,cto=eti=r2or}m|)to=or[?ee?ee=ok,rh=outo?eo=tr>=8ek),c=e|)=eto=irlto?ei?eem|)ti=tD,cto=eto?ei?ee=or[=or7m|)=e" +
  "toti=tr&,rhto?eo?eeu=o)m|)to=eto?ee;i= WeDti=_Dr>ti=TDr>,rh=outi=9eD,rhto?eo= 5eku=e)),rh=outo?ee=CDtoter[=or&rE" +
  ",rhto=or[?ee= Yer&u=e))m|)=e)rFuosrhte?eo(,icicicicicte?ee;i=_k,cti= 5eD]oti=CD]iti= WeD]sti=9eD],au)icte;i=orl;" +
  "e?ee=tr7,rh=oute?ee=Oer&),rh=oute?ee=_D)]escte?ee?ee=iD,rh=oute?ee=YD),rh=oute?ee=MD),cte=orl(eao))teti=orlr&,rh" +
  "te?ee=tr7,rh=oute?ee=Oer&)u=e)]etoti=r^srl;itotir}m(osctetor},rhte?ee=_k,rh=oute=or[?ee= 5eD)u=e),cte=orl(eao))t" +
  "etorZ,rh=oute=or[;o?ee=tr7,rh=outo?ee=Oer&))]e=ete=orlte?eo;o=?Dto=Oer&r>,rh=oute?eo?ee=iD)m(s)ts|)te=orl(oscto?" +
  "ee?ee=oDtote=Crlr7rE,cto=orl(oao))teCie=r2 {r2rCir>= 5 y 8 BpD(itote=srlr&;e,cti/(e)te,cto?ee?ee=ok(e)to=ete,rht" +
  "o?ee=r2or}ute)m|)=ete=orl;et,=r2or},rhirhsctetor},c=ete?ee;i=WDti=CDr>]igti?ee=iD,ctejoe= O&eD,rh=outejoe= e YeD" +
  ")as)te=orl(eao))=e)u=o)m|)te=orl=ete?eo?ee=ikm|)te=orl=et,= 5ekm|)te=srl=etejoe= 1rCiDm)rMis.rhor;or6=r2r4 {.=et" +
  "e=orl=irmK)e= [iCie(,=o(osctot,r7,cirhto=,rm=}r5 {irlne,e;pnve-rT` SGrq u Mr-r/rhr6tpnvo- v _ ( a t A L 2-r6rM;f" +
  "-wrj z=yrm(utf-trj z(isctetirE=irm=r2r4 {.rl;sCie;./,ctsai)tut.rg;.=r2r2 {er},ctst.=,rm=}r5 {irlne,etpnr`nrG/]ig" +
  ")ti=orl(iae)e)totpnve-rT` SGrq u Mr-r/rhr6tpnvo- v _ ( a t A L 2-r6rM-wrj z=yrmr>Fieto=orl(oao)))nas:rhir;or6= [" +
  "iCie(fsctetor},cicte?ee?ee;u=oD,rh=outu=iD,rhte=orl(sscts?ee?ee=iD,rh=ouirhts?ee?ee;.=.D,cts=or[?ee?ee=iD,rhts?e" +
  "o?ee=iDu=e)ao)=et.=fk,rh=outs=or[?ee?ee=ok),rh=outs?eo?ee=ok)]egts?eo=tr>=8ek,rh=outs?ei?ee=or[=or7))),cts=orl(s" +
  "ao))ts?ee;s?ee;.=uD,rh=out.=oDts=tr>;s= NekrEts=ZekrE)u=e)),rht,(ute(sscictstsne,e;]nattttttttttttttttnrS;anarfr" +
  "frfrfrfrfrfrfrfrfrfrfrfrfrfrfnrEnaggggggggggggggggnht]na1111111111111111nrEnaddddddddddddddddnhnrSnr)=rhrgr|rl;p" +
  "?ee?ee=.D,rh=outp?ee?ee=fD),ctpter[=oD,rhte?ee?ee=oD,rhte?eo?ee=.Du=e),rhte?ei?ee=oDu=e),rhte?es?ee=.Du=e),rhte?" +
  "e,?eeu=o)u=o),csctstpr},rhirhtp?ee?ee;.=.D,ctp=or[?ee?ee=iD,rhtp?eo?ee=iDu=e)ao)=et.=fk,rh=outp=or[?ee?ee=ok),rh" +
  "=outp?eo?ee=ok)]egtp?eo=tr>=8ek,rh=outp?ei?ee=or[=or7))u=e),ctp=orl(psctp?ee?ee=or[=or7,ctp=orl(pao))ao))utp=irl" +
  "(p))tptsr[(.tp?ee?ee=uD,rhtp?eo?ee=or[=or7u=e)(:t.=0r&,rh=eut:,rhtp=orlutetp0e));s/]eta=r^it.r[ne,enrz;anve-rT` " +
  "SGrq u Mr-r/rhr6tanvo- v _ ( a t A L 2-r6rM;{-wrj z=yrm(dt{-trj z(pscictitprE=irm=r2r4 {.rl;.Cie;)/]etdt)rg;)=r2" +
  "r2 {er},ct)=,rm=}r5 {irlne,etanr`nrG/]o)tp=orl(pao))t.Cie;p/,ctf=ormtir&,c=e(sai)tf=,rm=r2r4 {irltan),et.tf=orl;" +
  "f;ptanve-rT` SGrq u Mr-r/rhr6tanvo- v _ ( a t A L 2-r6rM-wrj z=yrmr>Fie)t,;.=orl(,t.=irm= {r5 {orltp=OORrE=or[Fi" +
  "et:]o))ts/,ctu(,=e(picteCie=rk {r2rCir>= F F Jr5pk]ete=u=,te?e,=tr>=8eDmrl;sCie=OOOprE= f M dok,rh=euts?es?ee=or" +
  "[=or7)/]escts?ee?ee=or[=or7,rh=outs?ee?ee=ur[=ir7),rh=outs?ee=jD),cts=orl(sao))ts=ets?ee=tD,rh=outs?ee=dD),rh=ou" +
  "ts?ee=neD)totsDr>m(p)tp(s)ts/]otsutu=iD;stu=sDr>,rhts,rhte(ssctste=Crlr},cicts?ee;u=YDtu?ee=iDr>tu=MDr>tu=6Dr>,r" +
  "hts=orlutu= 5eD,rhts?eo=6Du=e),rhts=irluts?ee= 1oD,rhtsjoo=r2 ziDu=e),rhts=or[?ee?ee=iDu=e),rhts?es?ee=iDu=e)/]i" +
  "ts=srl))(sai)))irhts=etster[=pr}mts?ee;u=jD]eg=etu=MD]egts=etu=CDtu?ee;u=pD=otumr>,rh=outs?ee;u= WeDtu=_Dr>tu=TD" +
  "r>,rh=outu=9eD,rhts?eo= 5eku=e)))m)uteto0o);s/]itsute=orl))(eai)))= {it,Fie= [itfFiete)";
