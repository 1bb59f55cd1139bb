package dev.detente.source.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Tells addresses that anyone may reach from those of this machine and of private networks. */
final class PublicAddress {
  private PublicAddress() {}

  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
  }

  /** By RFC 6890. */
  private static boolean isPublic4(byte[] a) {
    int first = a[0] & 0xFF;
    int second = a[1] & 0xFF;
    return first != 0
        && first < 240
        && !(first == 100 && second >= 64 && second < 128)
        && !(first == 192 && second == 0 && (a[2] == 0 || a[2] == 2))
        && !(first == 198 && (second == 18 || second == 19))
        && !(first == 198 && second == 51 && a[2] == 100)
        && !(first == 203 && second == 0 && a[2] == 113);
  }

  private static boolean isPublic6(byte[] a) {
    int first = a[0] & 0xFF;
    if ((first & 0xFE) == 0xFC) {
      return false;
    }
    // Addresses of the fourth version inside the sixth: mapped and compatible, NAT64, 6to4.
    boolean zeros = true;
    for (int i = 0; i < 10; i++) {
      zeros &= a[i] == 0;
    }
    if (zeros) {
      return isPublicInside(a, 12);
    }
    if (first == 0 && a[1] == 0x64 && (a[2] & 0xFF) == 0xFF && (a[3] & 0xFF) == 0x9B) {
      return isPublicInside(a, 12);
    }
    if (first == 0x20 && a[1] == 0x02) {
      return isPublicInside(a, 2);
    }
    // Teredo, and examples in documents.
    return !(first == 0x20 && a[1] == 1 && a[2] == 0 && a[3] == 0)
        && !(first == 0x20 && a[1] == 1 && a[2] == 0x0D && (a[3] & 0xFF) == 0xB8);
  }

  private static boolean isPublicInside(byte[] a, int at) {
    try {
      return isPublic(InetAddress.getByAddress(Arrays.copyOfRange(a, at, at + 4)));
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
