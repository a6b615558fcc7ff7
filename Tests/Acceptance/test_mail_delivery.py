"""make email: a real SMTP server on loopback receives the message byte for byte, with TLS and sign-in."""

import datetime
import ipaddress
import os
import shutil
import ssl
import subprocess

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

from conftest import ROOT

pytestmark = pytest.mark.skipif(shutil.which("curl") is None, reason="NO curl: the delivery is not tested")


class Inbox:
    """Keeps what arrives as it arrives."""

    def __init__(self):
        self.received = []

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody"):
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.received.append((envelope.mail_from, list(envelope.rcpt_tos), envelope.original_content, session.ssl is not None))
        return "250 OK"


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    folder = tmp_path_factory.mktemp("certificate")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.oid.NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.timezone.utc)
    made = (x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
            .serial_number(1).not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=2))
            .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), True).sign(key, hashes.SHA256()))
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                                                       serialization.NoEncryption()))
    return folder


@pytest.fixture
def server(certificate):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")

    def check(server, session, envelope, mechanism, data):
        good = isinstance(data, LoginPassword) and data.login == b"user" and data.password == b'pass"w\\ord'
        return AuthResult(success=good, handled=False)

    inbox = Inbox()
    controller = Controller(inbox, hostname="127.0.0.1", port=0, tls_context=context, require_starttls=True,
                            authenticator=check, auth_required=True)
    controller.port = free_port()
    controller.start()
    yield inbox, f"smtp://127.0.0.1:{controller.port}", certificate / "cert.pem"
    controller.stop()


def free_port():
    import socket
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def send(sample, receipts, url, to="reader@example.com", **more):
    environment = {**os.environ, "EML": str(sample / "email.eml"), "RECEIPTS": str(receipts), "SMTP_URL": url, **more}
    return subprocess.run([ROOT / "Scripts/send_email.sh", to], cwd=ROOT, env=environment, capture_output=True, timeout=60)


def test_the_message_arrives_byte_for_byte_over_tls_and_once(server, sample, tmp_path):
    inbox, url, authority = server
    secrets = {"SMTP_USER": "user", "SMTP_PASSWORD": 'pass"w\\ord', "SMTP_CACERT": str(authority)}
    done = send(sample, tmp_path, url, to="reader@example.com,other@example.com", **secrets)
    assert done.returncode == 0, done.stderr.decode()
    (sender, recipients, content, encrypted), = inbox.received
    assert encrypted and sender == "audit@example.com" and recipients == ["reader@example.com", "other@example.com"]
    assert content == (sample / "email.eml").read_bytes()
    again = send(sample, tmp_path, url, to="reader@example.com,other@example.com", **secrets)
    assert again.returncode == 0 and b"sent to reader@example.com,other@example.com before" in again.stdout
    assert len(inbox.received) == 1
    assert send(sample, tmp_path, url, to="reader@example.com,other@example.com", SEND_AGAIN="yes", **secrets).returncode == 0
    assert len(inbox.received) == 2


def test_a_wrong_password_is_a_failure_and_leaves_no_receipt(server, sample, tmp_path):
    inbox, url, authority = server
    done = send(sample, tmp_path / "receipts", url, SMTP_USER="user", SMTP_PASSWORD="wrong", SMTP_CACERT=str(authority))
    assert done.returncode == 67 and inbox.received == [] and not (tmp_path / "receipts").exists()
    assert b"wrong" not in done.stdout + done.stderr


def test_a_certificate_that_nobody_trusts_is_a_failure(server, sample, tmp_path):
    inbox, url, _ = server
    done = send(sample, tmp_path, url, SMTP_USER="user", SMTP_PASSWORD='pass"w\\ord')
    assert done.returncode != 0 and inbox.received == []


def test_a_refused_recipient_is_a_failure(server, sample, tmp_path):
    inbox, url, authority = server
    done = send(sample, tmp_path, url, to="nobody@example.com", SMTP_USER="user", SMTP_PASSWORD='pass"w\\ord', SMTP_CACERT=str(authority))
    assert done.returncode != 0 and inbox.received == []


def test_without_tls_only_this_machine_is_spoken_to(sample, tmp_path):
    inbox = Inbox()
    controller = Controller(inbox, hostname="127.0.0.1", port=free_port())
    controller.start()
    try:
        done = send(sample, tmp_path, f"smtp://127.0.0.1:{controller.port}")
        assert done.returncode == 0, done.stderr.decode()
        assert inbox.received[0][2] == (sample / "email.eml").read_bytes()
    finally:
        controller.stop()
    script = (ROOT / "Scripts/send_email.sh").read_text()
    assert "*) options+=(--ssl-reqd) ;;" in script


@pytest.mark.parametrize("to, environment, code", [("", {}, 2), ("a@b c@d", {}, 2), ("a@example.com", {"SMTP_URL": ""}, 2),
                                                   ("a@example.com", {"EML": "nowhere.eml"}, 3)])
def test_wrong_use_is_said(sample, tmp_path, to, environment, code):
    done = send(sample, tmp_path, environment.pop("SMTP_URL", "smtp://127.0.0.1:1"), to=to, **environment)
    assert done.returncode == code and done.stderr


def test_the_mail_is_dated_by_the_data_or_by_the_stamp_of_a_reproducible_build(sample, tmp_path):
    import email
    import email.policy
    from conftest import run
    assert run("audit", "SampleData", "--output", tmp_path / "out", env={"SOURCE_DATE_EPOCH": "1790605845"}).returncode == 0
    dated = email.message_from_bytes((tmp_path / "out/email.eml").read_bytes(), policy=email.policy.default)
    plain = email.message_from_bytes((sample / "email.eml").read_bytes(), policy=email.policy.default)
    assert dated["Date"].datetime.timestamp() == 1790605845 and plain["Date"].datetime.isoformat() == "2026-09-27T00:00:00+00:00"
    assert dated["Message-ID"] == plain["Message-ID"]
