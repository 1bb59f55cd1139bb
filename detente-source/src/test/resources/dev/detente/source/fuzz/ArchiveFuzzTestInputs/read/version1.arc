filedesc://a.arc 0.0.0.0 20310311100000 text/plain 20
1 0 x
URL IP-addr


https://a.example/1 1.2.3.4 20310311100000 text/html 1081
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<!DOCTYPE html><html lang="nb"><head><meta charset="utf-8"><title>Ferja blir liggende | Fjordabladet</title>
<meta property="og:title" content="Ferja blir liggende"><link rel="canonical" href="https://fjordabladet.example/1">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferja blir liggende","datePublished":"2031-03-11T10:30:00+01:00","author":[{"@type":"Person","name":"Kari Lie"}]}</script></head>
<body><nav><ul><li><a href="/">Hjem</a></li></ul></nav><article><h1>Ferja blir liggende</h1><time datetime="2031-03-11">11. mars 2031</time>
<p class="lead">Rederiet sier nei til å seile uten mer penger.</p><p>– Vi kan ikke betale for dette, sier ordfører Ola Brekkan til avisen, og staten må ta sin del.</p>
<h2>Avviser</h2><figure><img src="a.jpg"><figcaption>Ferja ved kai. Foto: Kari Lie</figcaption></figure><blockquote>Nei.</blockquote><p>Statsr&aring;den svarer at saken er avgjort, og at kommunen har f&#229;tt beskjed om det.</p></article>
<footer>Kontakt oss</footer></body></html>
