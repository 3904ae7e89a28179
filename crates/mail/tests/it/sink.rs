//! A small SMTP server (RFC 5321) that takes everything, or answers as it was told.

use std::{
    collections::VecDeque,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
};

/// An answer given once, to the next command of its kind.
#[derive(Clone, Copy)]
pub enum Answer {
    Mail(&'static str),
    Rcpt(&'static str),
    Data(&'static str),
}

#[derive(Clone)]
pub struct Message {
    pub to: Vec<String>,
    pub raw: String,
}

impl Message {
    pub fn head(&self) -> String {
        self.raw.split("\r\n\r\n").next().unwrap().replace("\r\n ", " ") + "\r\n"
    }
    /// The text and the HTML part, decoded.
    pub fn parts(&self) -> (String, String) {
        let boundary = self.raw.split("boundary=\"").nth(1).unwrap().split('"').next().unwrap();
        let mark = format!("--{boundary}");
        let parts: Vec<&str> = self.raw.split(&mark).collect();
        (decoded_part(parts[1]), decoded_part(parts[2]))
    }
}

fn decoded_part(part: &str) -> String {
    let (head, body) = part.trim_start().split_once("\r\n\r\n").unwrap();
    let head = head.to_ascii_lowercase();
    let bytes = if head.contains("quoted-printable") {
        quoted_printable(&body.replace("=\r\n", ""))
    } else if head.contains("base64") {
        base64(&body.replace("\r\n", ""))
    } else {
        body.as_bytes().to_vec()
    };
    String::from_utf8(bytes).unwrap()
}

/// A header's value with its encoded words (RFC 2047) read.
pub fn decoded_header(head: &str, name: &str) -> String {
    let value = head.lines().find_map(|l| l.strip_prefix(&format!("{name}: "))).unwrap();
    value
        .split(' ')
        .map(|word| match word.strip_prefix("=?utf-8?b?").and_then(|w| w.strip_suffix("?=")) {
            Some(code) => String::from_utf8_lossy(&base64(code)).into_owned(),
            None => format!(" {word} "),
        })
        .collect::<String>()
        .replace("  ", " ")
        .trim()
        .to_owned()
}

fn quoted_printable(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        if first == b'=' && after.len() >= 2 {
            let code = std::str::from_utf8(&after[..2]).unwrap();
            out.push(u8::from_str_radix(code, 16).unwrap());
            rest = &after[2..];
        } else {
            out.push(first);
            rest = after;
        }
    }
    out
}

fn base64(text: &str) -> Vec<u8> {
    const CODE: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = Vec::new();
    let (mut bits, mut held) = (0u32, 0);
    for value in text.bytes().filter_map(|b| CODE.iter().position(|c| *c == b)) {
        bits = bits << 6 | value as u32;
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push((bits >> held) as u8);
        }
    }
    out
}

/// The server.
pub struct Sink {
    port: u16,
    messages: Arc<Mutex<Vec<Message>>>,
    connections: Arc<AtomicUsize>,
}

/// A port nobody listens at, and its address.
pub async fn free_port() -> (u16, String) {
    let port = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    (port, format!("smtp://127.0.0.1:{port}"))
}

impl Sink {
    pub async fn start(answers: Vec<Answer>) -> Self {
        Self::start_at(0, answers).await
    }
    pub async fn start_at(port: u16, answers: Vec<Answer>) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", port)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let messages: Arc<Mutex<Vec<Message>>> = Arc::default();
        let connections = Arc::new(AtomicUsize::new(0));
        let answers = Arc::new(Mutex::new(VecDeque::from(answers)));
        let (kept, count) = (Arc::clone(&messages), Arc::clone(&connections));
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                count.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(talk(socket, Arc::clone(&kept), Arc::clone(&answers)));
            }
        });
        Self { port, messages, connections }
    }
    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }
    pub fn messages(&self) -> Vec<Message> {
        self.messages.lock().unwrap().clone()
    }
    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }
}

/// The next answer if it is for this command.
fn told(answers: &Mutex<VecDeque<Answer>>, command: &str) -> Option<&'static str> {
    let mut answers = answers.lock().unwrap();
    let answer = match (answers.front()?, command) {
        (Answer::Mail(a), "MAIL") | (Answer::Rcpt(a), "RCPT") | (Answer::Data(a), ".") => *a,
        _ => return None,
    };
    answers.pop_front();
    Some(answer)
}

async fn talk(socket: TcpStream, kept: Arc<Mutex<Vec<Message>>>, answers: Arc<Mutex<VecDeque<Answer>>>) {
    let (read, mut write) = socket.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 sink\r\n").await.unwrap();
    let mut to = Vec::new();
    while let Ok(Some(line)) = lines.next_line().await {
        let verb = line.split([' ', ':']).next().unwrap().to_ascii_uppercase();
        let answer = match verb.as_str() {
            "EHLO" => "250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8".to_owned(),
            "RCPT" => told(&answers, "RCPT").map_or_else(
                || {
                    to.push(line.split(['<', '>']).nth(1).unwrap().to_owned());
                    "250 yes".to_owned()
                },
                str::to_owned,
            ),
            "DATA" => {
                write.write_all(b"354 go on\r\n").await.unwrap();
                let mut raw = String::new();
                while let Ok(Some(line)) = lines.next_line().await {
                    if line == "." {
                        break;
                    }
                    raw.push_str(line.strip_prefix('.').unwrap_or(&line));
                    raw.push_str("\r\n");
                }
                match told(&answers, ".") {
                    Some(answer) => answer.to_owned(),
                    None => {
                        kept.lock().unwrap().push(Message { to: std::mem::take(&mut to), raw });
                        "250 taken".to_owned()
                    }
                }
            }
            "QUIT" => {
                let _ = write.write_all(b"221 bye\r\n").await;
                return;
            }
            other => told(&answers, other).unwrap_or("250 yes").to_owned(),
        };
        if write.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() {
            return;
        }
    }
}
