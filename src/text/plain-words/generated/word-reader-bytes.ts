/** Made by `npm run build:kernels` from ../assembly: 3293 bytes of WebAssembly, in the signs of compile-module.ts. */
export const wordReaderBytes: string =
  "erfrgryoeeeo[srpirhrhorhrporherpsrhrhrhorhi|osrarArv.ryraryrbr>rtieesu,eeoi.4.rhe=r2i)rhe= {i)rhe=r2s)rhe= {r5 {" +
  "o)rhe=r2r4 {i)rhe=r2r4 {f)pI:,rbrArargse.rdrbr3rArmrgso,rmrarJrmsiur]rbr3rAr)ssur*rbr>r)rgs,,rgr0r(rasu,r>rarfr)" +
  "es.rgrxr>rarfr)ei.ryraryrbr>rtied nE,zsoirhto?eo(iicicicicicicicto?ee?ee{:e..u.,ois.)=etoto?ee=MD,rhte?ee?ee=iDu" +
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
  ")ti=orl(iae)e)totpnve-rT` SGrq u Mr-r/rhr6tpnvo- v _ ( a t A L 2-r6rM-wrj z=yrmr>Fieto=orl(oao)))rH]s:rhir;or6= " +
  "[iCie()sctetor},cicte?ee?ee;.=oD,rh=out.=iD,rhte=orl(,sct,?ee?ee=iD,rh=ouirht,?ee?ee;s=.D,ct,=or[?ee?ee=iD,rht,?" +
  "eo?ee=iDu=e)ao)=ets=fk,rh=out,=or[?ee?ee=ok),rh=out,?eo?ee=ok)]egt,?eo=tr>=8ek,rh=out,?ei?ee=or[=or7))),ct,=orl(" +
  ",ao))t,?ee;,?ee;s=uD,rh=outs=oDt,=tr>;s= NekrEts=ZekrE)u=e)),rhtu(.te(,scic=e(dt,t,ne,e;anattttttttttttttttnrS;]" +
  "narfrfrfrfrfrfrfrfrfrfrfrfrfrfrfrfnrEnaggggggggggggggggnhtana1111111111111111nrEnaddddddddddddddddnhnrSnr)=rhrgr" +
  "|rl;p?ee=tD,rhtp=orlutp?ee?ee=.D,rh=outp?ee?ee=fD),cictp;s=irl(ptster[=oD,rhte?ee?ee=oD,rhte?eo?ee=.Du=e),rhte?e" +
  "i?ee=oDu=e),rhte?es?ee=.Du=e),rhte?e,?eeu=o)u=o)/]esctst,r&,rhirhts?ee?ee;p=.D,cts=or[?ee?ee=iD,rhts?eo?ee=iDu=e" +
  ")ao)=etp=fk,rh=outs=or[?ee?ee=ok),rh=outs?eo?ee=ok)]egts?eo=tr>=8ek,rh=outs?ei?ee=or[=or7))u=e),cts=orl(sscts?ee" +
  "?ee=or[=or7,cts=orl(sao))ao))ts(p))tp?ee?ee=uD,rhtp?eo?ee=or[=or7u=e);d,rhtp=orlutetp0e));s/tpt,r[;,=0r&r>,c=e(s" +
  "ao)t]=r^it,r[ne,enrz;anve-rT` SGrq u Mr-r/rhr6tanvo- v _ ( a t A L 2-r6rM;{-wrj z=yrm(:t{-trj z(,scictit,rE=irm=" +
  "r2r4 {.rl;pCie;f/]etft:rg;f=r2r2 {er},ctf=,rm=}r5 {irlne,etanr`nrG/]o)t,=orl(,ao))tp;,Cie;p/,ct)=ormtir&,c=e(sai" +
  ")t)=,rm=r2r4 {irltan),et,t)=orl;);ptanve-rT` SGrq u Mr-r/rhr6tanvo- v _ ( a t A L 2-r6rM-wrj z=yrmr>Fie)tu;,=orl" +
  "(ut,=irm= {r5 {orltp=OORrE=or[Fietd/]ets(,ao))ts/,ct.(u=e(sicteCie=rk {r2rCir>= F F Jr5pk]ete=u=,te?e,=tr>=8eDmr" +
  "l;,Cie=OOOprE= f M dok,rh=eut,?es?ee=or[=or7)/]esct,?ee?ee=or[=or7,rh=out,?ee?ee=ur[=ir7),rh=out,?ee=jD),ct,=orl" +
  "(,ao))t,=et,?ee=tD,rh=out,?ee=dD),rh=out,?ee=neD)tot,Dr>m(s))ts/]otsut.=iD;st.=sDr>,rhts,rhte(,sct,te=Crlr},cict" +
  ",?ee;s=YDts?ee=iDr>ts=MDr>ts=6Dr>,rht,=orluts= 5eD,rht,?eo=6Du=e),rht,=irlut,?ee= 1oD,rht,joo=r2 ziDu=e),rht,=or" +
  "[?ee?ee=iDu=e),rht,?es?ee=iDu=e)/]it,=srl))(,ai)))irht,=et,ter[=pr}mt,?ee;s=jD]eg=ets=MD]egt,=ets=CDts?ee;s=pD=o" +
  "tsmr>,rh=out,?ee;s= WeDts=_Dr>ts=TDr>,rh=outs=9eD,rht,?eo= 5eku=e)))m)uteto0o);s/]itsute=orl))(eai)))= {ituFie= " +
  "[it)Fiete)";
