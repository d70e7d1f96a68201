"""The words that tell time in Vietnamese plans: phrases in folded form, each with its class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from congkhai.vietnamese.schedule.model import Frequency

# class → its phrases, separated by commas. Phrases of class "word" only shield their words from other classes.
_CLASSES = {
    "day": "ngay, mung, mong, ngay mung, ngay mong",
    "month": "thang",
    "quarter": "quy, qui",
    "year": "nam",
    "week": "tuan",
    "half": "nua",
    "head": "thuong tuan, dau, dau tien, dau cua",
    "mid": "trung tuan, giua, giua cua",
    "tail": "ha tuan, cuoi, cuoi cung, cuoi cua, cuoi cung cua",
    "before": "truoc, truoc thoi diem, truoc thoi gian, truoc moc",
    "by": "cham nhat, muon nhat, tre nhat, khong qua, khong muon hon, khong cham qua, khong tre hon, khong "
    "cham hon, khong qua han, khong tre qua, khong sau, toi da, nhieu nhat, lau nhat, han cuoi, han chot, "
    "thoi han cuoi, thoi han chot, deadline, han hoan thanh, thoi han hoan thanh, han nop, cham nhut",
    "until": "den, den het, het, toi, toi het, cho den, cho toi, cho den het, ket thuc, truoc het",
    "within": "trong, trong vong, trong khoang, trong thoi han, trong khoang thoi gian, noi trong, trong "
    "han, ngay trong, ngay trong vong",
    "from": "tu, ke tu, tinh tu, bat dau tu, bat dau, khoi dong tu, ap dung tu, ngay tu, ke tu khi",
    "onward": "tro di, tro ve sau, va cac nam tiep theo, va nhung nam tiep theo, va nam tiep theo, va cac "
    "nam sau, va nhung nam sau, va cac nam ke tiep, va cac nam den, va nhung nam ke tiep, va cac giai doan "
    "tiep theo, va giai doan tiep theo, cac nam tiep theo, nhung nam tiep theo, cac nam sau, nhung nam "
    "sau, cac nam ke tiep, va cac nam toi, va nhung nam toi, va cac nam sau do, va cac nam tiep sau, va "
    "hang nam tiep theo, va cac nam tiep, va duy tri cac nam tiep theo, va duy tri nhung nam tiep theo, va "
    "tiep theo, va duy tri trong cac nam tiep theo, va cac thang tiep theo, va cac quy tiep theo, va nhung "
    "thang tiep theo, cac thang tiep theo, cac quy tiep theo, va cac thang con lai, va cac quy con lai, va "
    "trong cac nam tiep theo, va thoi gian tiep theo, va ve sau",
    "every": "hang, moi, dinh ky, tung, dinh ki, thuong ky, thuong ki, theo dinh ky, cac, theo tung, theo "
    "hang, dinh ky hang, dinh ky moi, dinh ky theo, dinh ky vao, vao hang, dinh ki hang, dinh ky theo "
    "tung, thuc hien dinh ky",
    "always": "thuong xuyen, lien tuc, thuong xuyen lien tuc, quanh nam, hang ngay, hang gio, thuong truc, "
    "moi ngay, moi luc, thuong xuyen hang ngay, thuong xuyen kip thoi, thuong xuyen hang nam, lau dai, "
    "thuong xuyen lau dai, thuong nien lien tuc, thuong xuyen dinh ky, thuong xuyn, thuong xuyen thuc hien, tx",
    "whole": "ca nam, suot nam, trong suot nam, trong ca nam, toan nam, ca giai doan, suot ca nam, xuyen "
    "suot nam, xuyen suot, trong suot, suot, ca, trong ca",
    "request": "dot xuat, tuy theo yeu cau, theo yeu cau, khi co yeu cau, khi duoc yeu cau, theo de nghi, "
    "khi co de nghi, khi can, khi can thiet, theo nhu cau, khi co nhu cau, khi phat sinh, khi co phat "
    "sinh, neu co phat sinh, khi yeu cau, theo chi dao, khi co chi dao, theo su chi dao, theo yeu cau dot "
    "xuat, theo dot xuat, khi duoc de nghi, khi co van ban yeu cau, khi co van ban de nghi, khi co van ban "
    "chi dao, khi co cong van yeu cau, khong dinh ky, khi co vu viec, khi co viec, theo yeu cau nhiem vu, "
    "khi xet thay can thiet, neu co yeu cau, khi co lenh, ngay khi co yeu cau, ngay khi duoc yeu cau, khi "
    "co vu viec phat sinh, khi co y kien chi dao, theo phat sinh, khi duoc giao, khi co van de phat sinh, "
    "khi co tinh huong phat sinh, theo su vu, theo vu viec, khi can phai, ngay khi phat sinh, ngay khi co "
    "phat sinh, ngay sau khi co yeu cau, sau khi co yeu cau, dot suat",
    "defer": "theo, can cu, can cu vao, tuy theo, tuy thuoc, tuy thuoc vao, phu hop voi, phu hop, theo "
    "dung, tuy, bao dam tien do, dam bao tien do, dung tien do, dung lo trinh, co ke hoach rieng, ke hoach "
    "rieng, co van ban rieng, chua xac dinh, chua xac dinh thoi gian, chua co thoi gian, thuc hien theo, "
    "trien khai theo, tuan thu theo, co thong bao rieng, co thong bao sau, thong bao sau, tren co so, bam "
    "sat, thoi gian theo, dung quy dinh, dung thoi han quy dinh, dung han, dung thoi gian quy dinh, dung "
    "thoi han, kip thoi, kip thoi theo, dung ke hoach, co huong dan rieng, cap co tham quyen, khi co dieu "
    "kien, theo thoi gian, theo thoi han",
    "khi": "khi, ngay khi, luc, ngay luc, khi nao, ngay tu khi, moi khi, cu khi, tu khi",
    "after": "sau khi, ngay sau khi, sau, ngay sau, ngay sau ngay, sau luc, lien sau khi",
    "during": "trong qua trinh, trong giai doan, trong thoi gian, trong thoi ky, trong khi, trong dip, "
    "trong ky hop, trong cac ky hop, trong cac dot, trong dot, trong suot qua trinh, trong suot thoi gian, "
    "cung thoi diem, dong thoi voi, cung voi, trong cac dip, tai ky hop, tai cac ky hop, trong chuong "
    "trinh, trong noi dung, trong cac cuoc hop, tai cuoc hop, trong hoi nghi, tai hoi nghi, ky hop, cac ky "
    "hop, trong luc, trong noi bo, qua trinh, song song voi, gan voi, ket hop, ket hop voi",
    "around": "nhan dip, dip, cac dip, vao dip, nhan ngay, truoc va sau, truoc trong va sau, vao cac dip, nhan cac dip",
    "before event": "truoc khi",
    "since": "tinh tu khi, tinh den",
    "and": "va, dong thoi, &",
    "or": "hoac, hay",
    "of": "cua, cua moi, cua tung, cua hang, trong moi, o moi, o",
    "this": "hien tai, hien hanh",
    "next": "tiep theo, ke tiep, lien ke, lien sau, tiep, sau lien ke, ke sau, tiep sau, lien ke tiep theo, "
    "tiep theo lien ke, sau do, sau ky bao cao, tiep theo cua, lien ke sau",
    "prev": "qua",
    "times": "lan, cuoc, dot, ky, ki, lop, hoi nghi, buoi, phien, lan kiem tra, luot, chuyen, cuoc hop",
    "working": "lam viec",
    "hour": "gio, h, g",
    "minute": "phut, p",
    "report": "bao cao, bc, so ket, tong ket, giao ban, hop giao ban, hop, tong hop bao cao, tong hop, danh "
    "gia, kiem diem, gui bao cao, nop bao cao, bao cao ket qua, lap bao cao, so ket tong ket, ky bao cao, "
    "cac bao cao",
    "span": "giai doan, nhiem ky, thoi ky, cac nam, nhung nam, trong cac nam, thoi ki, chu ky",
    "months": "cac thang, trong cac thang, vao cac thang, nhung thang",
    "quarters": "cac quy, trong cac quy, vao cac quy, cac qui",
    "school": "nam hoc, hoc ky, hoc ki, nien hoc, nien khoa",
    "lunar": "am lich, al",
    "now": "nay, thoi diem nay, bay gio, hien nay",
    "filler": "thuc hien, lam xong, hoan thanh, hoan tat, xong, trien khai, phan dau, du kien, vao, la, thoi gian, "
    "thoi diem, khoang, thoi han, moc, vao khoang, ke hoach la, bat buoc, tien hanh, co, "
    "duoc, phai, thi, trien khai thuc hien, to chuc thuc hien, thuc hien xong, xay dung xong, "
    "han, thoi gian thuc hien, thoi gian hoan thanh, hoan thanh viec, duy tri, tiep tuc, tiep tuc thuc "
    "hien, tiep tuc trien khai, tien do, hoan thanh xong, duy tri thuc hien, cung ky, it nhat, toi thieu, "
    "khong it hon, chieu, sang, sang ngay, nhu, chia lam, cu the, lo trinh, cac thoi diem, moc thoi gian, "
    "gom, bao gom, uoc, du tinh, ve, thuong nien, vao thoi diem, vao ngay",
    "document": "quyet dinh, nghi dinh, nghi quyet, thong tu, chi thi, cong van, ke hoach, luat, bo luat, "
    "phap lenh, cong dien, thong bao, van ban, huong dan, de an, chuong trinh, quy che, to trinh, thong tu "
    "lien tich, phu luc, ket luan, hien phap, bieu, mau, dieu, khoan, muc, tiet, diem, cap do, muc do, "
    "phan, du an, van ban so",
    "actor": "cap, huyen, xa, phuong, tinh, thanh pho, so, ubnd, hdnd, phong, ban, bo, nganh, co quan, don "
    "vi, dia phuong, van phong, truong, trung tam, cong an, mttq, thi tran, thi xa, quan, toa an, cuc, chi "
    "cuc, vu, tong cuc, uy ban, mat tran,  vien, quan huyen, phuong xa, bhxh, vien kiem sat, thu "
    "truong, cac don vi, cac so, cac xa, cac huyen, cac phong, cac ban, cac bo, cac co quan, cac dia "
    "phuong, cac phuong, chu tich, so nganh",
    "for": "doi voi, rieng, rieng doi voi, danh cho, tai",
    "verb": "khoi cong, ban hanh, to chuc, xay dung, trinh, kiem tra, ra soat, cong khai, tham dinh, phe duyet, gui, "
    "lay y kien, khao sat, van hanh, dua vao van hanh, dua vao su dung, tap huan, nghien cuu, nang cap, "
    "nghiem thu, tham muu, cap nhat, cong bo, hoan thien, khai truong, phat dong, quan triet, pho bien, "
    "tuyen truyen, thanh lap, kien toan, dao tao, boi duong, tham gia, de xuat, thanh tra, giam sat, thi "
    "diem, ap dung, thong ke, chuan bi, lap",
    "word": "quy dinh, quy trinh, quy hoach, quy mo, quy pham, quy uoc, quy dat, quy tac, tu phap, dau tu, "
    "tu van, tu ve, cong tu, tu lieu, tu nhan, dau thau, dau gia, viet nam, ha nam, quang nam, mien nam, "
    "phia nam, tay nam, dong nam, chien thang, trong tam, quan trong, chu trong, trong diem, truoc mat, "
    "ngan hang, xep hang, hang hoa, buoc dau, lien quan den, mot cua, dan den, co ban, ban dau, so hoa, "
    "cong cuoi, moi truong, quan ly, quan he, can bo, noi bo, tien bo, bo sung, toan bo, don gian, ban "
    "giao, van ban quy pham, phap luat, so lieu, ho so, co so, bien ban, ket qua, dieu kien, dieu tra, "
    "hang muc, mat hang, don hang, khach hang, nam dinh, doi moi, moi nhat, thanh nien, thang cong nhan, "
    "dieu hanh, dau moi, ra quan, lien quan, tong quan, truc quan, chu quan, bo nhiem, can cuoc, ban giam "
    "doc, tinh gian, tinh hinh, tinh trang, mau so, phan cong, phan loai, phan cap, phan hoi, phan mem, "
    "phan anh, bao dam, gia han, hieu luc, nang luc, nguon luc, nhan luc, dong luc, luc luong, bao luc, dien luc, "
    "du toan, quyet toan, thanh toan, ke toan, tinh toan, an toan",
}


class Openings(NamedTuple):
    """What a first word opens: its own class, and longer phrases by their second word, longest first."""

    alone: str | None
    longer: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]


def _table() -> dict[str, Openings]:
    alone: dict[str, str] = {}
    longer: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
    for symbol, phrases in _CLASSES.items():
        for phrase in phrases.split(","):
            words = tuple(phrase.split())
            if len(words) == 1:
                alone.setdefault(words[0], symbol)
            else:
                longer.setdefault(words[0], {}).setdefault(words[1], []).append((words, symbol))
    for entries in longer.values():
        for phrases_of in entries.values():
            phrases_of.sort(key=lambda entry: -len(entry[0]))
    return {word: Openings(alone.get(word), longer.get(word, {})) for word in {*alone, *longer}}


PHRASES: Mapping[str, Openings] = MappingProxyType(_table())
ROMAN: Mapping[str, int] = MappingProxyType(
    {"i": 1, "ii": 2, "iii": 3, "iv": 4, "iiii": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8}
)
# How many months a cycle takes → how often it comes.
CYCLES: Mapping[int, Frequency] = MappingProxyType(
    {
        1: Frequency.MONTHLY,
        3: Frequency.QUARTERLY,
        6: Frequency.SEMIANNUAL,
        9: Frequency.QUARTERLY,
        12: Frequency.ANNUAL,
    }
)
