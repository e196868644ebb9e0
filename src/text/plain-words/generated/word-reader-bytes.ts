/** Made by `npm run build:kernels` from ../assembly: 1637 bytes of WebAssembly, in the signs of compile-module.ts. */
export const wordReaderBytes: string =
  "erfrgryoeeeoairporherpsrhrhrhorhi|osrarArv.ryraryrbr>rtieessieo.4.rhe=r2i)rhe= {i)rhe=r2s)rhe= {r5 {o)rhe=r2r4 {" +
  "i)rhe=r2r4 {f)pI:,rbrArargse.rdrbr3rArmrgso,rmrarJrmsiur]rbr3rAr)ssur*rbr>r)rgs,,rgr0r(rasu,r>rarfr)eo.rgrxr>rar" +
  "fr)ee.ryraryrbr>rtied ])irMis.rhor;or6=r2r4 {.=ete=orl=irmK)e= [iCie(,=o(osctot,r7,cirhto=,rm=}r5 {irlne,e;pnve-" +
  "rT` SGrq u Mr-r/rhr6tpnvo- v _ ( a t A L 2-r6rM;f-wrj z=yrm(utf-trj z(isctetirE=irm=r2r4 {.rl;sCie;./,ctsai)tut." +
  "rg;.=r2r2 {er},ctst.=,rm=}r5 {irlne,etpnr`nrG/]ig)ti=orl(iae)e)totpnve-rT` SGrq u Mr-r/rhr6tpnvo- v _ ( a t A L " +
  "2-r6rM-wrj z=yrmr>Fieto=orl(oao))) s:s:rhir;or6= [iCie(dsctetor},cicte?ee?ee;.=oD,rh=out.=iD,rhte=orl(usctu?ee?e" +
  "e=iD,ctu=orl(uao))tu?ee?ee=uD,rh=outu?ee;,=tr>= Nekt,?ee=oDrE)u=e)),rhts(,te(uscictune,e;]nattttttttttttttttnrS;" +
  "anarfrfrfrfrfrfrfrfrfrfrfrfrfrfrfrfnrEnaggggggggggggggggnht]na1111111111111111nrEnaddddddddddddddddnhnrSnr)=rhrg" +
  "r|;fturl;.?ee?ee=uD;p,ct.?eo?ee=or[=or7(p)tf=|r&,rh=eutp,rht.=orluirhicicicicict.?ee?ee{:e,,,,,ois,)=et.t.?ee=MD" +
  ",rhte?ee?ee=iDu=e)ma,)t.=et.?eo;u/tu=dDtu=tDr>r>mas)=et.t.?eo;u/tu=dDtu=tDr>r>,rht.=or[?ee=tr>;u= ^eDt.ter[=sDrE" +
  ",rh=outu=ZeDt.ter[=uDrE)u=o)mai)t.t.?eo;u?ee/]og=et.=irltu=8eDt.=or[?ee?ee=oDrE,rht.?ei?eeu=o)mao)=e)));u/]eirht" +
  "a=r^itfr[ne,enrz;anve-rT` SGrq u Mr-r/rhr6tanvo- v _ ( a t A L 2-r6rM;{-wrj z=yrm(ft{-trj z()sctit)rE=irm=r2r4 {" +
  ".rl;:Cie;./,ct:ai)t.tfrg;.=r2r2 {er},ct:t.=,rm=}r5 {irlne,etanr`nrG/]ig)t)=orl()ae)e);.Cie;)/,ctd=ormtir&,c=e(ua" +
  "i)td=,rm=r2r4 {irltan),etd=orl;d()t.tdtanve-rT` SGrq u Mr-r/rhr6tanvo- v _ ( a t A L 2-r6rM-wrj z=yrmr>Fie)ts;.=" +
  "orl(st.=irm= {r5 {orlt)=OORrE=or[Fietp]o))tu/,ct,(sai)tuut.=iD,rhte(usctute=Crlr},ctu?ee;,=Ykt,?ee=ikrEt,=MkrEt," +
  "=6krE/,ctu=orl(uai)))tu=irltutu?ee= 5eD,rhtu?eo=6Du=e)m;,=et,?ee?ee,rh=eut,?ee=jk),rht,?ee=Mku=e)m;,/]it,ut.=sD," +
  "cicte?ee= WeD,cte?eo?ee=ik(.ao)=e(.te?ee=Ck,rh=oute?eo=Oer&)]ete=orl(usctotur&,c=o(.tu?ee;,=WDt,=CDr>]i=e(.t,?ee" +
  "=iD]itu=orl(uao))=o(.)u=o(.)t./]ite=orl))(eai)))= {itsFie= [itdFiete)";
