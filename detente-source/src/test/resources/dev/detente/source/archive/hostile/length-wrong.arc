filedesc://crawl.arc 192.0.2.1 20310507100000 text/plain 66
1 0 Crawl
URL IP-address Archive-date Content-type Archive-length

http://x.example/1 192.0.2.1 20310507100000 text/html 139
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<!DOCTYPE html><html><head><title>en</title></head><body><p>en</p></body></html>
http://x.example/ 192.0.2.1 20310507100000 text/html 7
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<!DOCTYPE html><html><head><title>feil</title></head><body><p>feil</p></body></html>
http://x.example/2 192.0.2.1 20310507100000 text/html 139
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<!DOCTYPE html><html><head><title>to</title></head><body><p>to</p></body></html>
http://x.example/ 192.0.2.1 20310507100000 text/html 7777
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<!DOCTYPE html><html><head><title>feil</title></head><body><p>feil</p></body></html>
http://x.example/3 192.0.2.1 20310507100000 text/html 141
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8

<!DOCTYPE html><html><head><title>tre</title></head><body><p>tre</p></body></html>
