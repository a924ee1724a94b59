//! HTTP/1.1 as far as a bench needs it.
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// One connection that is kept open.
pub struct Line {
    port: u16,
    out: TcpStream,
    back: BufReader<TcpStream>,
}

impl Line {
    pub fn open(port: u16) -> Option<Line> {
        let out = TcpStream::connect(("127.0.0.1", port)).ok()?;
        out.set_nodelay(true).ok()?;
        out.set_read_timeout(Some(Duration::from_secs(10))).ok()?;
        let back = BufReader::new(out.try_clone().ok()?);
        Some(Line { port, out, back })
    }

    pub fn get(&mut self, path: &str) -> Option<(u16, Vec<u8>)> {
        let port = self.port;
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: br\r\n\r\n"))
    }

    /// Status and body.
    pub fn ask(&mut self, request: &str) -> Option<(u16, Vec<u8>)> {
        self.out.write_all(request.as_bytes()).ok()?;
        let mut line = String::new();
        self.back.read_line(&mut line).ok()?;
        let status = line.split(' ').nth(1)?.parse().ok()?;
        let (mut length, mut chunked) = (0, false);
        loop {
            line.clear();
            self.back.read_line(&mut line).ok()?;
            let head = line.trim().to_ascii_lowercase();
            if head.is_empty() {
                break;
            }
            if let Some(n) = head.strip_prefix("content-length:") {
                length = n.trim().parse().ok()?;
            }
            chunked |= head == "transfer-encoding: chunked";
        }
        if chunked {
            return Some((status, self.chunks()?));
        }
        let mut body = vec![0; length];
        self.back.read_exact(&mut body).ok()?;
        Some((status, body))
    }

    fn chunks(&mut self) -> Option<Vec<u8>> {
        let mut all = vec![];
        loop {
            let mut line = String::new();
            self.back.read_line(&mut line).ok()?;
            let length = usize::from_str_radix(line.trim(), 16).ok()?;
            let mut body = vec![0; length + 2];
            self.back.read_exact(&mut body).ok()?;
            if length == 0 {
                return Some(all);
            }
            all.extend_from_slice(&body[..length]);
        }
    }
}
