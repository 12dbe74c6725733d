/**
 * The 2,048 words of receipts, sorted: common Indonesian root words of four to eight letters, the first four of which are
 * unique. The order is part of the format: never change it. Chosen by hand from the root words of PySastrawi (MIT), the
 * commoner first; left out are names of people, months and religions, insults, violence, sickness and spelling variants.
 */
// biome-ignore format: one word list
export const wordList =
  `abad abnormal absen abstrak acak acara adab adalah adapun adat adik adil adopsi aduk advokasi \
afiliasi agak agar agen agregat agung ahli ajaib ajak ajang ajar akademik akal akan akar akhir \
akhlak akibat akrab aksara akses aksi akta aktif aktor aktris aktual akuarium akuisisi akun akurat \
akustik akut alam alangkah alarm alas alat album alhasil aliansi alokasi altar alumni alun alur amal \
aman amar amat ambil ambulans amin amit amplop ampuh anak analisis anarkis anatomi anda andil aneh \
aneka angan anggota angin angka angsa animasi anonim antara antena antik antri antusias anugerah \
anyar apabila apakah apalagi aparat apel apik aplikasi apotek arah arang area arena argumen arisan \
arkeolog armada aroma arsenal arsip arteri arti arus arya asal asam asap asasi aset asih asing \
asisten asli asma asosiasi aspal aspek aspirasi asrama asri asteroid astronom asuh asumsi asuransi \
atap atas atau atlet atmosfer atom atraksi atribut atur audio aura auto awak awal awam awan awet \
ayah ayam babak baca badan badung bagai bagi bagus bahasa bahkan bahtera bahu bahwa baik bait baja \
baju bakal bakso bakti baku balas balet balik balkon balon bangun banjir bank bantu banyak bapak \
barang bareng baris baron baru basah basis basket batas baterai batik batu baut bawah bayar beasiswa \
bebas beberapa beda begitu bekal beku belakang belerang beli belum benang benda bengkel benih bensin \
bentuk benua berat bercak berita berkat berlian bersih beruang besar besi besok betapa betis beton \
biak biar bias biaya bibir bicara bidang bidik bijak biji bilang bilik bimbang binatang bincang \
bingung bintang biodata biografi biologi bioskop biro biru bisa biskuit blok bobot bocah bocor bodi \
bola boleh boneka bongkar boros bosan botol brankas brilian brokoli brosur buah buaya bubuk budaya \
budiman bugar bujur buka bukit bukti buku bulan buletin bulu bumbu bumi bunda bungkus buntu bunyi \
bupati bursa burung busana busur butir butuh cabang cabut cacing cadang cagar cahaya cair cakap \
calon campur candi canggih cantik capai capek cara cari carter catat catur cawan cedera cegah celana \
cemas cempaka cendana cepat cerah cerdas cerita cermin cerpen cetak cilik cincin cinta cipta ciri \
cita citra cocok cokelat contoh copot corak cuci cucu cukai cukup curah curiga cuti dadu daerah \
daftar dagang daging dagu dahan dahi dahsyat dahulu dalam dalil damai dampak dana dangkal dapat \
dapur darah dari darurat dasar dasi datang daun daya dayung debat debut dedikasi definisi dekat \
dekorasi delapan delegasi delima delta demi denah denda dengan denyut depan deposit depresi deputi \
deras derek dermaga desa detail detektif detik devisa dewasa diagram dialog diam dian diesel digital \
dimensi dinas dinding dingin diploma direktur diri disiplin diskon distrik divisi dodol dokter \
dokumen dolar domain domestik dominasi donat dongeng donor dorong drainase drama drum duduk duel \
duet duit duka dukung dunia duplikat durasi duri duta edisi editor edukasi efek efisien ekonomi \
ekspor ekstrem elang elegan elektrik elemen elok email emang emas embrio embun emisi empat empuk \
enak enam energi enteng entitas entri enzim episode esai esensial esok estetika estimasi etika etis \
etnik evakuasi evaluasi evolusi faksi fakta fakultas fantasi farmasi fase fasih fauna favorit \
fenomena festival fiber figur fiksi film filosofi filsafat filter final finis firasat firma fisik \
fiskal flora fokus fondasi forensik format forum foto fungsi furnitur gabung gadang gading gagah \
gajah gaji galaksi galeri gali galon gambar gamelan gamma gampang ganas gandum ganggu ganjil ganti \
garam garda garis garpu garuda gaul gaun gawang gaya gedung gejala gelar geli gelora gemar gembira \
gemilang gempa gemuk genap gencar gender generasi genggam genre genteng geografi geologi gerak \
gerbang gergaji gerhana gerobak geser getah giat gigi ginjal gitar gizi goreng gosok gotong grafis \
gram granit gratis grosir grup gubernur guci gudang gugus gula guling gulma gulung guna gunting \
gunung gurih guru gusi habis hadiah hakim halaman halim halo halte halus hampir handuk hangat hanya \
hapus harap harga hari harmonis harta harus hasil hati haus hawa hebat heboh hektar helai helium \
helm hemat hendak hengkang hening heran hewan hibah hidrogen hidup hijau hikmah hilal hilir hingga \
historis hitam hitung hobi hormon hotel hujan hulu humor huruf hutan ibarat ibunda ideal identik \
ideologi idola ijazah ikan ikat ikhlas ikhtiar iklan iklim ikon ikut ilmiah ilmu ilusi imbang \
imigrasi impor inci indah indeks individu industri infeksi inflasi info ingat ingin inisial injeksi \
inovasi insan insentif insiden inspeksi instan insulin internal inti investor ipar irama irigasi \
irit ironis istana istilah istri item itik izin jabat jadi jadwal jaga jago jagung jahe jajan jaket \
jaksa jalan jalur jamal jambu jamin jamur jangka janin janji jantung jarak jari jarum jasa jasmani \
jatah jati jatuh jauh jawab jaya jeda jejak jelas jeli jembatan jemput jenderal jenis jenjang jenuh \
jerami jernih jeruk jika jilid jinak jingga jitu jiwa jongkok jual juan juara judul juga jujur jumbo \
jumlah jumpa jung junior jurang juri jurnal juru justru juta kabar kabel kabinet kabut kaca kadang \
kader kafe kaget kagum kaidah kain kaisar kakak kaki kalau kalender kali kalori kalsium kalung kamar \
kambing kamera kami kampus kamu kanal kancing kandang kangkung kanji kanselir kantor kanvas kaos \
kapan kapital kapsul kapten karakter karbon kardus karena kargo karier karma karnaval karpet kartu \
karunia karya kasar kaset kasih kasur kata kategori katun kaus kawan kaya kayu kebal kebun kecap \
kecil kecuali kedai kedelai kejar keju kekal kelas kelenjar keliling kelompok keluarga kemarin \
kembali kemeja kemiri kemudian kenal kencang kendali kentang kenyang keong kepada kepiting keras \
kerbau kerdil kereta kering kerja kertas kerupuk kesan ketat ketemu ketika ketombe ketua khalayak \
khasiat khawatir khusus kian kiat kijang kilat kilogram kimia kincir kini kios kipas kiper kiprah \
kira kirim kisah kisi kita klaim klasik klien klik klinik klip klub koalisi koboi kocak kode \
kognitif koin koki kokoh kolam koleksi kolonel komandan komentar komisi komodo komputer kondisi \
koneksi konflik kongres konkret konon konsep kontrak konvensi koperasi kopi koran koreksi koridor \
koroner korps kosakata kosmetik kostum kota kreatif kredit krisis kritik kromosom ksatria kuah \
kualitas kuantum kuasa kuat kubah kubis kubu kucing kuis kuku kulit kulkas kultur kumbang kumpul \
kunci kuning kunjung kuno kunyit kuota kuping kupon kurang kurir kursi kurun kurva kutip kutub laba \
label labu laci ladang laga lagi lagu lahan lahir laju laksana laku lalat lalu lama lambat lampu \
lancar landas langsung lanjut lansia lantai lapar lapis laptop laras lari larut laser laskar latar \
latih lauk laun laut lawan layak layu lazim lebar lebih ledak lega legenda legiun leher lelaki lele \
leluhur lemah lembaga lemon lempar lencana lengkap lensa lentera lenyap lepas lereng lestari lesung \
letak letnan lewat lezat liang libur licin lidah lift liga lihat lilin lima lincah lingkup lini \
lintas lipat lirik lisan lisensi listrik liter lobster logam logika logo lokasi loket lolos lomba \
lompat lonceng longsor lontong lorong luang luas lubuk lucu luhur lukis lulus lumayan lumbung lumut \
lunak luput lurah lurus lutut maaf macam madrasah madu maestro magis magnet mahal mahir mahkota main \
majalah majelis majikan maju makan makhluk makin maklum makmur makna maksud malam malik mamalia \
mampu mana mandi manfaat mangga manis manjur mantan manusia mapan marak marga mari markas marmer \
mars martabat masa masehi masih masjid masker mason massa master masuk mata materi matriks maupun \
mawar maya medali media megah meja mekanik melati melek melon melulu memang membran memori mempelai \
menang mendung mengapa menit menteri menu merah merdeka mereka meriam merpati mertua mesin mesti \
meter metode metro mewah migrasi mikro milik minat mineral minggu mini minta minum minyak mirip \
misal misi misteri mitos mitra mobil modal model modus mohon molekul monitor monopoli motivasi motor \
moyang muara mudah mulai mulia mulus mumpuni muncul mundur mungkin murni museum musim mustahil \
mutakhir mutiara mutlak mutu nabati nada naik nalar naluri nama namun nanas nangka nanti napas nara \
nasabah nasional naskah navigasi negara negeri nelayan neon neraca netral niaga niat nilai nipis \
nirkabel niscaya nominal nomor nonstop normal notaris novel nuansa nurani nusa nutrisi nyala nyaman \
nyanyi nyaris nyata nyawa nyenyak obat objek obligasi obor ojek oksigen olahraga oleh ombak omega \
omzet ongkos operasi opini opsi optimis oranye orbit organ orkestra ornamen otak otentik otomatis \
otonomi otoritas otot oven pabrik pada padi pagar pagi paham pahit pajang pakai paket paku pala \
paling paman pamer panas panci pandang panel pangeran panitia panjang panorama pantai panutan papan \
parade parfum pari parkir parlemen parsial partner pasar pasien paspor pasti paten pati patroli \
patut pawai payung pecel pedas pedoman peduli pegawai pekan pelan pelbagai pelita pelosok peluang \
pempek pemuda penalti pencak pengaruh penjuru pensil penting penuh pepatah peran percaya perdana \
performa pergi perintah perkara perlu permanen pernah persen pertama perunggu perwira pesawat \
pesisir pesona pesta peta petir piagam piala piano pidato pigmen pihak pikir piknik pilar pilek \
pilih pilot pimpin pinang pindah pinggir pintu pinus pipa pipi piramida piring pisang piston planet \
plastik platform plot podium pohon poin pojok pokok pola polisi polo polusi pompa pondok populer \
pori poros porsi portal pose posisi poster potensi potong potret praktik pramuka prasasti prediksi \
premium presiden pria pribadi prihatin primer prinsip privasi produk profesor program promosi \
properti proses protein provinsi proyek psikolog puas publik pucat pucuk pudar puding puing puisi \
puji pukul pula pulih pulpen pulsa puluh punah puncak pundak punggung punya pupuk pura purba puri \
purnama pusat pustaka putar putih putri putus rabu radar radio raga ragu rahasia rahmat raih rajin \
rakit raksasa rakyat ramah rambut rampung ranah rancang rangka ranjang ransel rantai rapat rapi rasa \
rasio ratus raut rawa rawit raya reaksi realitas rebus redaksi refleksi regional reguler rekan \
rekening rekor rekreasi rektor relatif relevan religi relokasi remaja rempah renang rencana rendah \
renovasi rentang renyah replika reporter reptil reputasi resep resimen resmi resolusi respons \
restoran retina revisi revolusi rezeki riang rias ribu riil rileks rilis rimba ringan risau riset \
risiko ritel ritme ritual rival robot roda rohani roket romantis ronde rongga rotasi roti ruam ruang \
ruas rubah rujak ruko rukun rumah rumit rumput rumus runcing rupa rupiah rusa rute rutin saat sabar \
sabtu sabun sadar safari sagu sahabat sains saja saji saking saksi saku salam saldo saling salju \
salmon salon salut sama sambil sampai samudra sandal sangat sanitasi sanksi santai sapi sapu saran \
sarjana sarung sastra satelit satpam satu satwa saudara saus sawah saya sayur sebentar sebut sedang \
sedikit segala segera segi segmen sehat sehingga sejak sejuk sekarang sekitar sekolah seksi sektor \
sekutu selalu selesai selimut selokan seluruh semangat sembuh semesta semi sempurna semua senang \
sendiri seni senja sensitif sentuh senyum sepatu seperti sepi sepupu seragam serba sering serta seru \
servis sesi sesuatu setapak setia sewa siang siapa sibuk sidang sidik sifat sikap siklus siku silat \
silinder simak simbol simpan simulasi sinar sindrom sinetron singkat sini sintetis sinyal sipil \
siput sirip sirkuit sirup sisa sisi sistem siswa situs skala skema skenario sketsa skripsi skuat \
slogan soal sobat soda sofa solar solid solusi sopan sore sosis sosok soto spanduk spektrum spesial \
spiral sponsor stabil stadion staf stamina standar starter stasiun status stempel stereo stik \
stimulus stok strategi striker stroberi struktur studi suaka suami suara suasana suatu subjek \
subsidi subur sudah sudut suhu suka sukses suku sulap sulit sulung sumber sumpit sumsum sumur \
sungguh suplemen suporter surat suruh survei suspensi susun sutra swadaya swalayan syarat syuting \
taat tabah tabel tabir tablet tabung tadi tafsir tagar tahan tahun tajam takdir takjub taksi taktik \
tali taman tambah tampil tamu tanah tanda tanggal tani tanjung tanpa tanya tapak tapi tara target \
tarik taruh tata tatkala taubat tawar tayang teater tebak tebing teduh tegas teguh tekan teki teknik \
tekstur tekun telah telepon telinga telur teman tembok tempat temu tenang tenda tengah tenis tentang \
tenun teori tepat tepi tepung terang terbang terima terjal terminal ternak terong tertawa terus \
tesis tetap tetes tiang tiap tiara tiba tidak tidur tiga tikar tiket timbul timur tindak tinggi \
tinju tinta tipe tipikal tirai tisu titanium titel titik tiup toga toilet tokoh tolak tolong tomat \
tombol tongkat tonton topeng topik tornado torsi total tradisi trailer traktir transfer trek tren \
trik triliun trio trofi tropis trotoar truk tuas tubuh tugas tugu tujuh tukang tulang tulis tulus \
tumbuh tumpah tunai tunduk tunggu tunjuk tuntas tupai turbin turis turnamen turun tutorial tutup \
uang ucap udang udara ujung ukir ukur ulah ulang ultra umbi umpan umum umur undang unduh unggul \
ungkap ungu unik unit unjuk untuk upacara upaya urat urus urut usaha usai usang usul utama utara \
utuh vaksin vakum varian vektor verbal versi vertikal veteran video vila violet virtual visi visual \
vitamin vokal voli vulgar wacana wadah waduk wahana wajah wajib wakaf wakil waktu walaupun wali \
wangi waras warga waris warna warta warung wasit waspada watak wibawa wilayah wisata wisma wisuda \
yaitu yakin yakni yang yayasan yoga zaman zebra`
